using System.Runtime.CompilerServices;
using Compiled.Values;

namespace Compiled.Jsonata;

/// <summary>
/// Arithmetic. Emitted code computes with doubles and makes a value of the result only where one is needed; NaN stands for a missing
/// number, which JSONata's arithmetic passes on just as NaN does.
/// </summary>
public static class Numbers
{
    private const double MostItems = 10_000_000;

    /// <summary>The left operand; NaN for a missing one.</summary>
    /// <exception cref="JsonataException">T2001: it is something else.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Left(JsonValue value, string operation) => value.TryGetDouble(out double number) && double.IsFinite(number) ? number : NotLeft(value, operation);

    /// <summary>The right operand; NaN for a missing one.</summary>
    /// <exception cref="JsonataException">T2002: it is something else.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Right(JsonValue value, string operation) => value.TryGetDouble(out double number) && double.IsFinite(number) ? number : NotRight(value, operation);

    /// <summary>The value of a number; missing for NaN. JavaScript writes minus zero as 0, which is what adding 0 makes of it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static JsonValue Value(double number) => double.IsNaN(number) ? default : JsonValue.Number(number + 0.0);

    /// <summary>The value of a number that becomes a string; missing for NaN.</summary>
    /// <exception cref="JsonataException">D3001: the number is out of range.</exception>
    public static JsonValue Printed(double number) => double.IsInfinity(number) ? throw JsonataError.Of("D3001") : Value(number);

    /// <summary><c>+</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Add(double left, double right) => InRange(left + right);

    /// <summary><c>-</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Subtract(double left, double right) => InRange(left - right);

    /// <summary><c>*</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Multiply(double left, double right) => InRange(left * right);

    /// <summary><c>/</c>.</summary>
    /// <exception cref="JsonataException">D1001: the divisor is zero.</exception>
    public static double Divide(double left, double right)
        => right == 0 && !double.IsNaN(left) ? throw JsonataError.Of("D1001") : InRange(left / right);

    /// <summary><c>%</c>, with the sign of the left operand.</summary>
    /// <exception cref="JsonataException">D1001: the divisor is zero.</exception>
    public static double Modulo(double left, double right)
        => right == 0 && !double.IsNaN(left) ? throw JsonataError.Of("D1001") : left % right;

    /// <summary>The operand of unary <c>-</c>, negated; NaN for a missing one.</summary>
    /// <exception cref="JsonataException">D1002: it is no number. D1001: JSON's text had more than a double holds.</exception>
    public static double Negate(JsonValue value)
        => value.TryGetDouble(out double number) ? InRange(-number) : value.IsMissing ? double.NaN : throw JsonataError.Of("D1002", token: "-", value: value);

    /// <summary>The ends of <c>[first..last]</c>: how many numbers that are, none if one is missing.</summary>
    /// <exception cref="JsonataException">T2003, T2004: an end is no whole number. D2014: more than ten million.</exception>
    public static int RangeLength(JsonValue first, JsonValue last, out double start, Evaluation evaluation)
    {
        start = 0;
        if (!first.IsMissing && !(first.TryGetDouble(out start) && double.IsInteger(start)))
        {
            throw JsonataError.Of("T2003", token: "..", value: first);
        }

        double end = 0;
        if (!last.IsMissing && !(last.TryGetDouble(out end) && double.IsInteger(end)))
        {
            throw JsonataError.Of("T2004", token: "..", value: last);
        }

        if (first.IsMissing || last.IsMissing || start > end)
        {
            return 0;
        }

        double size = end - start + 1;
        if (size > MostItems)
        {
            throw JsonataError.Of("D2014", token: "..", value: double.IsFinite(size) ? size : default);
        }

        evaluation.Step((int)size);
        return (int)size;
    }

    /// <summary>A number of a range.</summary>
    internal static JsonValue InRange(double start, int index)
    {
        double number = start + index;
        return JsonValue.TryWhole(number, out long whole) ? JsonValue.Number(whole) : JsonValue.Number(number);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double InRange(double result) => double.IsInfinity(result) ? throw OutOfRange() : result;

    private static JsonataException OutOfRange() => JsonataError.Of("D1001");

    private static double NotLeft(JsonValue value, string operation) => NotNumber("T2001", value, operation);

    private static double NotRight(JsonValue value, string operation) => NotNumber("T2002", value, operation);

    private static double NotNumber(string code, JsonValue value, string operation)
        => value.IsMissing ? double.NaN : value.IsNumber ? throw OutOfRange() : throw JsonataError.Of(code, token: operation, value: value);
}
