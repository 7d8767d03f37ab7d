using Compiled.Values;

namespace Compiled.Expressions;

/// <summary>A step applied to a value and everything inside it: a container before what it holds, members and elements in their order.</summary>
internal sealed class DescendantsStep(Step inner) : Step
{
    internal override bool IsDefinite => false;

    internal override Step AsLast() => new DescendantsStep(inner.AsLast());

    internal override void Visit(JsonValue value, int next, ref Walk walk) => Down(value, next, ref walk, 0);

    private void Down(JsonValue value, int next, ref Walk walk, int level)
    {
        // Nothing that came from or goes into JSON text is deeper; what is built may be, until it is measured.
        if (level >= JsonValue.MaxDepth)
        {
            return;
        }

        if (value.IsObject)
        {
            inner.Scan(value, next, ref walk);
            foreach (JsonMember member in value.Members())
            {
                Down(member.Value, next, ref walk, level + 1);
            }
        }
        else if (value.IsArray)
        {
            inner.Scan(value, next, ref walk);
            foreach (JsonValue item in value.Items())
            {
                Down(item, next, ref walk, level + 1);
            }
        }
    }
}
