using System.Runtime.CompilerServices;
using Compiled.Values;

namespace Compiled.Expressions;

/// <content>Numbers are compared by value: <c>0</c> equals <c>0.0</c> (L-240). Whole numbers of up to 64 bits are compared exactly.</content>
public static partial class Choice
{
    // Between these bounds, themselves excluded, a whole number compares with any other number as doubles do.
    private const long ExactInDouble = 1L << 53;

    /// <summary>The value equals this number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool NumericEquals(JsonValue variable, double literal, string path, ref string? missing)
        => variable.TryGetDouble(out double number) ? number == literal : No(variable, path, ref missing);

    /// <summary>The value equals this whole number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool NumericEquals(JsonValue variable, long literal, string path, ref string? missing)
        => literal is > -ExactInDouble and < ExactInDouble
            ? NumericEquals(variable, (double)literal, path, ref missing)
            : (variable.IsNumber && NumberOrder.Compare(variable, literal) == 0) || No(variable, path, ref missing);

    /// <summary>The value equals the operand; both are numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool NumericEquals(JsonValue variable, JsonValue operand, string path, string operandPath, ref string? missing)
        => variable.IsBuiltInteger && operand.IsBuiltInteger ? variable.Bits == operand.Bits
            : Order(variable, operand, path, operandPath, ref missing) is { } order && order == 0;

    /// <summary>The value is less than this number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool NumericLessThan(JsonValue variable, double literal, string path, ref string? missing)
        => variable.TryGetDouble(out double number) ? number < literal : No(variable, path, ref missing);

    /// <summary>The value is less than this whole number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool NumericLessThan(JsonValue variable, long literal, string path, ref string? missing)
        => literal is > -ExactInDouble and < ExactInDouble
            ? NumericLessThan(variable, (double)literal, path, ref missing)
            : (variable.IsNumber && NumberOrder.Compare(variable, literal) < 0) || No(variable, path, ref missing);

    /// <summary>The value is less than the operand; both are numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool NumericLessThan(JsonValue variable, JsonValue operand, string path, string operandPath, ref string? missing)
        => variable.IsBuiltInteger && operand.IsBuiltInteger ? variable.Bits < operand.Bits
            : Order(variable, operand, path, operandPath, ref missing) is { } order && order < 0;

    /// <summary>The value is greater than this number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool NumericGreaterThan(JsonValue variable, double literal, string path, ref string? missing)
        => variable.TryGetDouble(out double number) ? number > literal : No(variable, path, ref missing);

    /// <summary>The value is greater than this whole number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool NumericGreaterThan(JsonValue variable, long literal, string path, ref string? missing)
        => literal is > -ExactInDouble and < ExactInDouble
            ? NumericGreaterThan(variable, (double)literal, path, ref missing)
            : (variable.IsNumber && NumberOrder.Compare(variable, literal) > 0) || No(variable, path, ref missing);

    /// <summary>The value is greater than the operand; both are numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool NumericGreaterThan(JsonValue variable, JsonValue operand, string path, string operandPath, ref string? missing)
        => variable.IsBuiltInteger && operand.IsBuiltInteger ? variable.Bits > operand.Bits
            : Order(variable, operand, path, operandPath, ref missing) is { } order && order > 0;

    /// <summary>The value is at most this number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool NumericLessThanEquals(JsonValue variable, double literal, string path, ref string? missing)
        => variable.TryGetDouble(out double number) ? number <= literal : No(variable, path, ref missing);

    /// <summary>The value is at most this whole number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool NumericLessThanEquals(JsonValue variable, long literal, string path, ref string? missing)
        => literal is > -ExactInDouble and < ExactInDouble
            ? NumericLessThanEquals(variable, (double)literal, path, ref missing)
            : (variable.IsNumber && NumberOrder.Compare(variable, literal) <= 0) || No(variable, path, ref missing);

    /// <summary>The value is at most the operand; both are numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool NumericLessThanEquals(JsonValue variable, JsonValue operand, string path, string operandPath, ref string? missing)
        => variable.IsBuiltInteger && operand.IsBuiltInteger ? variable.Bits <= operand.Bits
            : Order(variable, operand, path, operandPath, ref missing) is { } order && order <= 0;

    /// <summary>The value is at least this number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool NumericGreaterThanEquals(JsonValue variable, double literal, string path, ref string? missing)
        => variable.TryGetDouble(out double number) ? number >= literal : No(variable, path, ref missing);

    /// <summary>The value is at least this whole number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool NumericGreaterThanEquals(JsonValue variable, long literal, string path, ref string? missing)
        => literal is > -ExactInDouble and < ExactInDouble
            ? NumericGreaterThanEquals(variable, (double)literal, path, ref missing)
            : (variable.IsNumber && NumberOrder.Compare(variable, literal) >= 0) || No(variable, path, ref missing);

    /// <summary>The value is at least the operand; both are numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool NumericGreaterThanEquals(JsonValue variable, JsonValue operand, string path, string operandPath, ref string? missing)
        => variable.IsBuiltInteger && operand.IsBuiltInteger ? variable.Bits >= operand.Bits
            : Order(variable, operand, path, operandPath, ref missing) is { } order && order >= 0;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int? Order(JsonValue variable, JsonValue operand, string path, string operandPath, ref string? missing)
        => NumberOrder.AreIntegers(in variable, in operand, out long left, out long right) ? left.CompareTo(right)
            : BothNumbers(variable, operand, path, operandPath, ref missing) ? NumberOrder.Compare(variable, operand) : null;

    private static bool BothNumbers(JsonValue variable, JsonValue operand, string path, string operandPath, ref string? missing)
        => Both(variable, operand, path, operandPath, ref missing) && variable.IsNumber && operand.IsNumber;
}
