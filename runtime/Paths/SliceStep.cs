using Compiled.Values;

namespace Compiled.Expressions;

/// <summary>The elements from one index to before another.</summary>
internal sealed class SliceStep(int? start, int? end, int? step) : Step
{
    internal override bool IsDefinite => false;

    internal override void Visit(JsonValue value, int next, ref Walk walk)
    {
        if (!value.IsArray)
        {
            return;
        }

        int count = value.Count;
        if (step is { } stride && stride != 1)
        {
            Stride(value, count, stride, next, ref walk);
            return;
        }

        switch (start, end)
        {
            case (null, null):
                Between(value, 0, count, next, ref walk);
                break;
            case (int from, null):
                Between(value, from < 0 ? count + from : from, count, next, ref walk);
                break;
            case (null, int to):
                Between(value, 0, to < 0 ? count + to : to, next, ref walk);
                break;
            case (int from, int to):
                Between(value, count, from, to, next, ref walk);
                break;
        }
    }

    // Jayway JsonPath counts from the first bound up to the second and reads negative numbers on the way from the end. So [-3:-1] is as
    // everywhere, [1:-1] is nothing, and [-1:2] is the last element and then the first two.
    private static void Between(JsonValue value, int count, int from, int to, int next, ref Walk walk)
    {
        if (from >= to)
        {
            return;
        }

        if (from < 0)
        {
            Between(value, count + from, count + Math.Min(to, 0), next, ref walk);
        }

        Between(value, Math.Max(from, 0), to, next, ref walk);
    }

    private static void Between(JsonValue value, int from, int to, int next, ref Walk walk)
    {
        int index = 0;
        foreach (JsonValue item in value.Items())
        {
            if (index >= to)
            {
                return;
            }

            if (index++ >= from)
            {
                walk.GoOn(item, next);
            }
        }
    }

    // Jayway JsonPath has no step, so RFC 9535, "Array Slice Selector", says what one means.
    private void Stride(JsonValue value, int count, int stride, int next, ref Walk walk)
    {
        if (stride == 0)
        {
            return;
        }

        long first = Bound(start, stride > 0 ? 0 : count - 1, count, stride);
        long last = Bound(end, stride > 0 ? count : -1, count, stride);
        for (long i = first; stride > 0 ? i < last : i > last; i += stride)
        {
            walk.GoOn(value[(int)i], next);
        }
    }

    private static long Bound(int? bound, int otherwise, int count, int stride)
    {
        if (bound is not { } given)
        {
            return otherwise;
        }

        long index = given < 0 ? (long)count + given : given;
        return stride > 0 ? Math.Clamp(index, 0, count) : Math.Clamp(index, -1, (long)count - 1);
    }
}
