using Compiled.Values;

namespace Compiled.Expressions;

/// <summary>The values of an object, the elements of an array.</summary>
internal sealed class WildcardStep : Step
{
    internal override bool IsDefinite => false;

    internal override void Visit(JsonValue value, int next, ref Walk walk)
    {
        if (value.IsObject)
        {
            foreach (JsonMember member in value.Members())
            {
                walk.GoOn(member.Value, next);
            }

            return;
        }

        if (value.Node is Document document && walk.NameAt(next) is { } name)
        {
            if (value.IsArray)
            {
                walk.AddMembers(document, (int)value.Bits, name);
            }

            return;
        }

        foreach (JsonValue item in value.Items())
        {
            walk.GoOn(item, next);
        }
    }
}
