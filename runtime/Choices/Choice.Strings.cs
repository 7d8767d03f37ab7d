using System.Runtime.CompilerServices;
using Compiled.Values;

namespace Compiled.Expressions;

/// <content>Strings are compared by their UTF-16 code units, as they are: no case, culture or trimming (L-240).</content>
public static partial class Choice
{
    /// <summary>The value is this string.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool StringEquals(JsonValue variable, string literal, string path, ref string? missing)
        => (variable.IsString && variable.CompareOrdinal(literal) == 0) || No(variable, path, ref missing);

    /// <summary>The value is this string, which the caller also gives in UTF-8 so that nothing has to be decoded.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool StringEquals(JsonValue variable, string literal, ReadOnlySpan<byte> utf8, string path, ref string? missing)
        => variable.StringEquals(literal, utf8) || No(variable, path, ref missing);

    /// <summary>Both are the same string.</summary>
    public static bool StringEquals(JsonValue variable, JsonValue operand, string path, string operandPath, ref string? missing)
        => BothStrings(variable, operand, path, operandPath, ref missing) && variable.CompareOrdinal(operand) == 0;

    /// <summary>The value sorts before this string.</summary>
    public static bool StringLessThan(JsonValue variable, string literal, string path, ref string? missing)
        => (variable.IsString && variable.CompareOrdinal(literal) < 0) || No(variable, path, ref missing);

    /// <summary>The value sorts before the operand; both are strings.</summary>
    public static bool StringLessThan(JsonValue variable, JsonValue operand, string path, string operandPath, ref string? missing)
        => BothStrings(variable, operand, path, operandPath, ref missing) && variable.CompareOrdinal(operand) < 0;

    /// <summary>The value sorts after this string.</summary>
    public static bool StringGreaterThan(JsonValue variable, string literal, string path, ref string? missing)
        => (variable.IsString && variable.CompareOrdinal(literal) > 0) || No(variable, path, ref missing);

    /// <summary>The value sorts after the operand; both are strings.</summary>
    public static bool StringGreaterThan(JsonValue variable, JsonValue operand, string path, string operandPath, ref string? missing)
        => BothStrings(variable, operand, path, operandPath, ref missing) && variable.CompareOrdinal(operand) > 0;

    /// <summary>The value is or sorts before this string.</summary>
    public static bool StringLessThanEquals(JsonValue variable, string literal, string path, ref string? missing)
        => (variable.IsString && variable.CompareOrdinal(literal) <= 0) || No(variable, path, ref missing);

    /// <summary>The value is or sorts before the operand; both are strings.</summary>
    public static bool StringLessThanEquals(JsonValue variable, JsonValue operand, string path, string operandPath, ref string? missing)
        => BothStrings(variable, operand, path, operandPath, ref missing) && variable.CompareOrdinal(operand) <= 0;

    /// <summary>The value is or sorts after this string.</summary>
    public static bool StringGreaterThanEquals(JsonValue variable, string literal, string path, ref string? missing)
        => (variable.IsString && variable.CompareOrdinal(literal) >= 0) || No(variable, path, ref missing);

    /// <summary>The value is or sorts after the operand; both are strings.</summary>
    public static bool StringGreaterThanEquals(JsonValue variable, JsonValue operand, string path, string operandPath, ref string? missing)
        => BothStrings(variable, operand, path, operandPath, ref missing) && variable.CompareOrdinal(operand) >= 0;

    /// <summary>
    /// The whole string fits the pattern: <c>*</c> stands for any run of characters, <c>\*</c> for a star, <c>\\</c> for a backslash.
    /// </summary>
    public static bool StringMatches(JsonValue variable, string pattern, string path, ref string? missing)
        => (variable.IsString && StringPattern.IsMatch(variable, pattern)) || No(variable, path, ref missing);

    private static bool BothStrings(JsonValue variable, JsonValue operand, string path, string operandPath, ref string? missing)
        => Both(variable, operand, path, operandPath, ref missing) && variable.IsString && operand.IsString;
}
