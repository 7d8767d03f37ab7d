using System.Globalization;
using Compiled.Values;

namespace Compiled.Expressions;

/// <summary>
/// Reads what the fields that end in <c>Path</c> point at: seconds, times, limits. A value that doesn't fit leaves a fault with
/// AWS's cause. FEATURES L-203..L-205, L-252..L-258, L-286.
/// </summary>
public static class PathNumbers
{
    /// <summary>The longest wait that AWS accepts, in seconds.</summary>
    public const long LongestWaitSeconds = int.MaxValue;

    /// <summary>The seconds that a Wait's <c>SecondsPath</c> gives.</summary>
    public static long Seconds(JsonValue value, string path, ref Fault? fault)
    {
        if (value.IsMissing)
            fault = Faults.SecondsPathMissing(path);
        else if (!value.TryGetInt64(out long seconds))
            fault = Faults.SecondsPathNotWhole(path, value);
        else if (seconds < 0)
            fault = Faults.SecondsPathNegative(path, value);
        else if (seconds > LongestWaitSeconds)
            fault = Faults.WaitTooLong();
        else
            return seconds;
        return 0;
    }

    /// <summary>The time that a Wait's <c>TimestampPath</c> gives.</summary>
    public static DateTimeOffset Timestamp(JsonValue value, string path, DateTimeOffset now, ref Fault? fault)
    {
        if (value.IsMissing)
            fault = Faults.TimestampPathMissing(path);
        else if (!value.IsString || !Timestamps.TryParse(value.AsString(), out DateTimeOffset time))
            fault = Faults.TimestampPathNotTimestamp(path, value);
        else
            return Until(time, now, ref fault);
        return now;
    }

    /// <summary>The time itself, unless it is further ahead than a Wait may be.</summary>
    public static DateTimeOffset Until(DateTimeOffset time, DateTimeOffset now, ref Fault? fault)
    {
        if ((time - now).TotalSeconds <= LongestWaitSeconds)
            return time;
        fault = Faults.WaitTooLong();
        return now;
    }

    /// <summary>What a Task's <c>TimeoutSecondsPath</c> gives.</summary>
    public static long TimeoutSeconds(JsonValue value, string path, JsonValue input, ref Fault? fault) =>
        Positive(value, "TimeoutSecondsPath", path, input, ref fault);

    /// <summary>What a Task's <c>HeartbeatSecondsPath</c> gives.</summary>
    public static long HeartbeatSeconds(JsonValue value, string path, JsonValue input, ref Fault? fault) =>
        Positive(value, "HeartbeatSecondsPath", path, input, ref fault);

    /// <summary>What a Map's <c>MaxConcurrencyPath</c> gives; a text that holds a number counts.</summary>
    public static int MaxConcurrency(JsonValue value, string path, JsonValue input, ref Fault? fault)
    {
        if (value.IsMissing)
            fault = Faults.NoResultsForPath(path, input);
        else if (!TryGetInteger(value, out long limit) || limit is < 0 or > int.MaxValue)
            fault = Faults.MaxConcurrencyPathNotInteger(path, value);
        else
            return (int)limit;
        return 0;
    }

    private static long Positive(JsonValue value, string field, string path, JsonValue input, ref Fault? fault)
    {
        if (value.IsMissing)
            fault ??= Faults.NoResultsForPath(path, input);
        else if (!TryGetInteger(value, out long seconds) || seconds is < 1 or > 99_999_999)
            fault ??= Faults.NotInteger(field, path, value);
        else
            return seconds;
        return 0;
    }

    private static bool TryGetInteger(JsonValue value, out long integer) => value.IsString
        ? long.TryParse(value.AsString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out integer)
        : value.TryGetInt64(out integer);
}
