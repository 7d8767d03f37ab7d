using System.Runtime.CompilerServices;
using Compiled.Values;

namespace Compiled.Expressions;

/// <summary>
/// The comparison operators of Choice rules, as emitted code calls them. FEATURES L-230 to L-244.
/// </summary>
/// <remarks>
/// A value of another type than the operator's makes it false, never an error (L-239). A path with no value sets <c>missing</c> to the
/// path, if no path did before, and makes the operator false: the state fails with <see cref="Faults.ChoicePath"/> when a rule was decided
/// with <c>missing</c> set. Only <see cref="IsPresent"/> takes a missing value (L-237).
/// </remarks>
public static partial class Choice
{
    /// <summary>There is a value, be it null (L-241).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsPresent(JsonValue variable) => !variable.IsMissing;

    /// <summary>The value is null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsNull(JsonValue variable, string path, ref string? missing) => variable.IsNull || No(variable, path, ref missing);

    /// <summary>The value is a number; a numeric string is none (L-242).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsNumeric(JsonValue variable, string path, ref string? missing) => variable.IsNumber || No(variable, path, ref missing);

    /// <summary>The value is a string, be it empty or a timestamp (L-242).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsString(JsonValue variable, string path, ref string? missing) => variable.IsString || No(variable, path, ref missing);

    /// <summary>The value is true or false.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsBoolean(JsonValue variable, string path, ref string? missing) => variable.IsBoolean || No(variable, path, ref missing);

    /// <summary>The value is a string that <see cref="Timestamps"/> reads (L-243).</summary>
    public static bool IsTimestamp(JsonValue variable, string path, ref string? missing)
        => Timestamps.TryReadTicks(variable, out _) || No(variable, path, ref missing);

    /// <summary>The value is this boolean.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool BooleanEquals(JsonValue variable, bool literal, string path, ref string? missing)
        => variable.Kind == (literal ? JsonKind.True : JsonKind.False) || No(variable, path, ref missing);

    /// <summary>Both are the same boolean.</summary>
    public static bool BooleanEquals(JsonValue variable, JsonValue operand, string path, string operandPath, ref string? missing)
        => Both(variable, operand, path, operandPath, ref missing) && variable.IsBoolean && variable.Kind == operand.Kind;

    // An operator that does not hold: says so, and notes the path if there was nothing to compare.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool No(JsonValue variable, string path, ref string? missing)
    {
        if (variable.IsMissing)
        {
            missing ??= path;
        }

        return false;
    }

    private static bool Both(JsonValue variable, JsonValue operand, string path, string operandPath, ref string? missing)
    {
        if (variable.IsMissing)
        {
            missing ??= path;
            return false;
        }

        if (operand.IsMissing)
        {
            missing ??= operandPath;
            return false;
        }

        return true;
    }
}
