using Compiled.Values;

namespace Compiled.Expressions;

/// <summary>The elements of an array for which a predicate holds, or an object itself if it holds for it.</summary>
internal sealed class FilterStep(Func<JsonValue, PathScope, bool> predicate) : Step
{
    internal override bool IsDefinite => false;

    internal override void Visit(JsonValue value, int next, ref Walk walk)
    {
        if (value.IsObject)
        {
            Test(value, next, ref walk);
            return;
        }

        foreach (JsonValue item in value.Items())
        {
            // FEATURES L-116: for AWS a filter's '@' is never a scalar.
            if (item.IsObject || item.IsArray)
            {
                Test(item, next, ref walk);
            }
        }
    }

    // Behind '..' every object comes by itself, so that an array's elements would be found twice; scalars are not looked at.
    internal override void Scan(JsonValue value, int next, ref Walk walk)
    {
        if (value.IsObject)
        {
            Test(value, next, ref walk);
        }
    }

    private void Test(JsonValue value, int next, ref Walk walk)
    {
        if (predicate(value, walk.Scope))
        {
            walk.GoOn(value, next);
        }
    }
}
