using Compiled.Values;

namespace Compiled.Expressions;

/// <content>
/// Timestamps are compared as instants, to 100 nanoseconds, which is what a <see cref="DateTimeOffset"/> holds. A string that is no
/// timestamp makes the operator false (L-240).
/// </content>
public static partial class Choice
{
    /// <summary>The value equals this instant.</summary>
    public static bool TimestampEquals(JsonValue variable, DateTimeOffset literal, string path, ref string? missing)
        => Timestamps.TryReadTicks(variable, out long ticks) ? ticks == literal.UtcTicks : No(variable, path, ref missing);

    /// <summary>The value equals the operand; both are timestamps.</summary>
    public static bool TimestampEquals(JsonValue variable, JsonValue operand, string path, string operandPath, ref string? missing)
        => BothTicks(variable, operand, path, operandPath, ref missing, out long ticks, out long operandTicks) && ticks == operandTicks;

    /// <summary>The value is before this instant.</summary>
    public static bool TimestampLessThan(JsonValue variable, DateTimeOffset literal, string path, ref string? missing)
        => Timestamps.TryReadTicks(variable, out long ticks) ? ticks < literal.UtcTicks : No(variable, path, ref missing);

    /// <summary>The value is before the operand; both are timestamps.</summary>
    public static bool TimestampLessThan(JsonValue variable, JsonValue operand, string path, string operandPath, ref string? missing)
        => BothTicks(variable, operand, path, operandPath, ref missing, out long ticks, out long operandTicks) && ticks < operandTicks;

    /// <summary>The value is after this instant.</summary>
    public static bool TimestampGreaterThan(JsonValue variable, DateTimeOffset literal, string path, ref string? missing)
        => Timestamps.TryReadTicks(variable, out long ticks) ? ticks > literal.UtcTicks : No(variable, path, ref missing);

    /// <summary>The value is after the operand; both are timestamps.</summary>
    public static bool TimestampGreaterThan(JsonValue variable, JsonValue operand, string path, string operandPath, ref string? missing)
        => BothTicks(variable, operand, path, operandPath, ref missing, out long ticks, out long operandTicks) && ticks > operandTicks;

    /// <summary>The value is not after this instant.</summary>
    public static bool TimestampLessThanEquals(JsonValue variable, DateTimeOffset literal, string path, ref string? missing)
        => Timestamps.TryReadTicks(variable, out long ticks) ? ticks <= literal.UtcTicks : No(variable, path, ref missing);

    /// <summary>The value is not after the operand; both are timestamps.</summary>
    public static bool TimestampLessThanEquals(JsonValue variable, JsonValue operand, string path, string operandPath, ref string? missing)
        => BothTicks(variable, operand, path, operandPath, ref missing, out long ticks, out long operandTicks) && ticks <= operandTicks;

    /// <summary>The value is not before this instant.</summary>
    public static bool TimestampGreaterThanEquals(JsonValue variable, DateTimeOffset literal, string path, ref string? missing)
        => Timestamps.TryReadTicks(variable, out long ticks) ? ticks >= literal.UtcTicks : No(variable, path, ref missing);

    /// <summary>The value is not before the operand; both are timestamps.</summary>
    public static bool TimestampGreaterThanEquals(JsonValue variable, JsonValue operand, string path, string operandPath, ref string? missing)
        => BothTicks(variable, operand, path, operandPath, ref missing, out long ticks, out long operandTicks) && ticks >= operandTicks;

    private static bool BothTicks(
        JsonValue variable, JsonValue operand, string path, string operandPath, ref string? missing, out long ticks, out long operandTicks)
    {
        ticks = operandTicks = 0;
        return Both(variable, operand, path, operandPath, ref missing)
            && Timestamps.TryReadTicks(variable, out ticks)
            && Timestamps.TryReadTicks(operand, out operandTicks);
    }
}
