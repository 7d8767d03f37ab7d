using Compiled.Events.Patterns.Tests;
using Compiled.Values;

namespace Compiled.Events.Patterns;

/// <summary>The list of <c>numeric</c>: <c>["=", 5]</c>, one comparison, or a lower one and then an upper one.</summary>
internal static class NumericReader
{
    public static NumericTest Read(in JsonValue list, string path)
    {
        if (!list.IsArray)
            throw new EventPatternException(path, "Value of numeric must be an array.");
        if (list.Count is not (2 or 4))
            throw new EventPatternException(path, "Numeric match takes an operator and a number, and for a range another operator and number");
        (string first, double number) = Pair(in list, 0, path);
        if (list.Count == 2)
        {
            return first switch
            {
                "=" => new NumericTest(number, WithLeast: true, number, WithMost: true),
                "<" or "<=" => new NumericTest(-NumericTest.Limit, WithLeast: true, number, first == "<="),
                _ => new NumericTest(number, first == ">=", NumericTest.Limit, WithMost: true),
            };
        }

        (string second, double other) = Pair(in list, 2, path);
        if (first is not (">" or ">=") || second is not ("<" or "<="))
            throw new EventPatternException(path, "A range begins with '>' or '>=' and goes on with '<' or '<='");
        return number < other
            ? new NumericTest(number, first == ">=", other, second == "<=")
            : throw new EventPatternException(path, "Bottom must be less than top");
    }

    public static NumericTest Exactly(in JsonValue value, string path)
    {
        double number = NumberOf(in value, path);
        return new NumericTest(number, WithLeast: true, number, WithMost: true);
    }

    private static (string Operator, double Number) Pair(in JsonValue list, int at, string path)
    {
        JsonValue sign = list[at];
        string text = sign.IsString ? sign.AsString() : "";
        if (text is not ("=" or "<" or "<=" or ">" or ">="))
            throw new EventPatternException($"{path}/{at}", $"Unrecognized numeric range operator: {sign}");
        return (text, NumberOf(list[at + 1], $"{path}/{at + 1}"));
    }

    private static double NumberOf(in JsonValue value, string path)
        => value.IsNumber && value.TryGetDouble(out double number) && Math.Abs(number) <= NumericTest.Limit
            ? number : throw new EventPatternException(path, "Value must be a number between -5.0e9 and 5.0e9 inclusive");
}
