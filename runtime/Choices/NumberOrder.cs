using Compiled.Values;

namespace Compiled.Expressions;

/// <summary>Orders numbers: exactly when both are whole and fit 64 bits, else as doubles.</summary>
internal static class NumberOrder
{
    public static int Compare(JsonValue left, JsonValue right)
        => left.TryGetInt64(out long a) && right.TryGetInt64(out long b) ? a.CompareTo(b) : left.AsDouble().CompareTo(right.AsDouble());

    public static int Compare(JsonValue left, long right)
        => left.TryGetInt64(out long whole) ? whole.CompareTo(right) : left.AsDouble().CompareTo(right);

    /// <summary>Both as whole numbers, when both are plainly written as such: what counters and limits are.</summary>
    public static bool AreIntegers(in JsonValue left, in JsonValue right, out long a, out long b)
    {
        b = 0;
        return left.TryGetInteger(out a) && right.TryGetInteger(out b);
    }
}
