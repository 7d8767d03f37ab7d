using System.Globalization;
using Compiled.Values;

namespace Compiled.Expressions;

/// <summary>
/// Reads what the fields that end in <c>Path</c> lead to, each with the fault that AWS raises when it is not what the field takes. Each
/// method gives null when the value is right.
/// </summary>
public static class PathFields
{
    /// <summary>The longest wait that AWS accepts, in seconds.</summary>
    public const long LongestWaitSeconds = int.MaxValue;

    /// <summary>SecondsPath of a Wait: a whole number, not negative. FEATURES L-252.</summary>
    public static Fault? Seconds(JsonValue value, string path, out long seconds)
    {
        seconds = 0;
        if (value.IsMissing)
        {
            return Faults.SecondsPathMissing(path);
        }

        if (!value.TryGetInt64(out seconds))
        {
            return Faults.SecondsPathNotWhole(path, value);
        }

        if (seconds < 0)
        {
            return Faults.SecondsPathNegative(path, value);
        }

        return Length(seconds);
    }

    /// <summary>Whether a Wait may last so many seconds. FEATURES L-258.</summary>
    public static Fault? Length(long seconds) => seconds > LongestWaitSeconds ? Faults.WaitTooLong() : null;

    /// <summary>Whether a Wait may last from now until a time. FEATURES L-258, E-008.</summary>
    public static Fault? Until(DateTimeOffset time, DateTimeOffset now)
        => (time - now).TotalSeconds > LongestWaitSeconds ? Faults.WaitTooLong() : null;

    /// <summary>Reads <c>TimeoutSecondsPath</c>: a whole number from 1 to 99,999,999. FEATURES L-203, L-205.</summary>
    public static Fault? TimeoutSeconds(JsonValue value, string path, JsonValue input, out long seconds)
        => Limit(value, "TimeoutSecondsPath", path, input, out seconds);

    /// <summary>Reads <c>HeartbeatSecondsPath</c>: a whole number from 1 to 99,999,999. FEATURES L-204, L-205.</summary>
    public static Fault? HeartbeatSeconds(JsonValue value, string path, JsonValue input, out long seconds)
        => Limit(value, "HeartbeatSecondsPath", path, input, out seconds);

    /// <summary>TimestampPath of a Wait. FEATURES L-254, L-256.</summary>
    public static Fault? Timestamp(JsonValue value, string path, out DateTimeOffset instant)
    {
        if (Timestamps.TryParse(value, out instant))
        {
            return null;
        }

        return value.IsMissing ? Faults.TimestampPathMissing(path) : Faults.TimestampPathNotTimestamp(path, value);
    }

    /// <summary>
    /// MaxConcurrencyPath of a Map: a whole number. A negative one is no fault on AWS: it was recorded to start nothing and wait. FEATURES E-009.
    /// </summary>
    public static Fault? MaxConcurrency(JsonValue value, string path, out int limit)
        // AWS was recorded to run for ever on a negative limit, which starts nothing; an error tells the author instead.
        => TryCount(value, out limit) && limit >= 0 ? null : Faults.MaxConcurrencyPathNotInteger(path, value);

    /// <summary>MaxItemsPath of an ItemReader; 0 is no limit. FEATURES E-010, E-035.</summary>
    public static Fault? MaxItems(JsonValue value, string path, out int limit)
    {
        if (!TryCount(value, out limit))
        {
            return Faults.MaxItemsPathNotInteger(path, value);
        }

        return limit < 0 ? Faults.ItemReaderFailed("field MaxItems must be positive") : null;
    }

    /// <summary>ToleratedFailureCountPath of a Map. FEATURES E-011, E-013.</summary>
    public static Fault? ToleratedFailureCount(JsonValue value, string path, out int count)
    {
        if (!TryCount(value, out count))
        {
            return Faults.ToleratedFailureCountPathNotInteger(path, value);
        }

        return count < 0 ? Faults.ToleratedFailureCountNegative() : null;
    }

    /// <summary>ToleratedFailurePercentagePath of a Map: from 0 to 100, both included. FEATURES E-012, E-013.</summary>
    public static Fault? ToleratedFailurePercentage(JsonValue value, string path, out double percentage)
    {
        if (!value.TryGetDouble(out percentage))
        {
            return Faults.ToleratedFailurePercentagePathNotNumber(path, value);
        }

        return percentage is >= 0 and <= 100 ? null : Faults.ToleratedFailurePercentageOutOfRange();
    }

    /// <summary>MaxItemsPerBatchPath or MaxInputBytesPerBatchPath of an ItemBatcher: a whole number from 1 up. FEATURES L-312.</summary>
    public static Fault? BatchLimit(JsonValue value, string field, string path, out int limit)
        => TryCount(value, out limit) && limit > 0 ? null : Faults.NotInteger(field, path, value);

    private static Fault? Limit(JsonValue value, string field, string path, JsonValue input, out long seconds)
    {
        if (value.TryGetInt64(out seconds) && seconds is >= 1 and <= 99_999_999)
        {
            return null;
        }

        return value.IsMissing ? Faults.NoResultsForPath(path, input) : Faults.NotInteger(field, path, value);
    }

    // A text that holds a whole number counts (FEATURES L-286); whole numbers beyond 32 bits are as good as the largest.
    private static bool TryCount(JsonValue value, out int count)
    {
        long whole = 0;
        bool isWhole = value.IsString
            ? long.TryParse(value.AsString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out whole)
            : value.TryGetInt64(out whole);
        count = (int)Math.Clamp(whole, int.MinValue, int.MaxValue);
        return isWhole;
    }
}
