using Compiled.Values;

namespace Compiled.Expressions;

/// <summary>One element.</summary>
internal sealed class IndexStep(int index) : Step
{
    internal override bool IsDefinite => true;

    internal override JsonValue Pick(JsonValue value, in PathScope scope) => Paths.Item(value, index);
}

/// <summary>Several elements, in the order they are asked for.</summary>
internal sealed class IndexesStep(int[] indexes) : Step
{
    internal override bool IsDefinite => false;

    internal override void Visit(JsonValue value, int next, ref Walk walk)
    {
        foreach (int index in indexes)
        {
            JsonValue item = Paths.Item(value, index);
            if (!item.IsMissing)
            {
                walk.GoOn(item, next);
            }
        }
    }
}
