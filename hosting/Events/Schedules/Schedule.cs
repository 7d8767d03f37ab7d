namespace Compiled.Events.Schedules;

/// <summary>
/// When something happens: <c>rate(5 minutes)</c>, <c>cron(0 9 ? * MON-FRI *)</c> or <c>at(2026-12-24T18:00:00)</c>. Source: EventBridge Scheduler's guide, "Schedule types".
/// </summary>
/// <remarks>
/// A schedule is a pure function from one moment to the next. A cron expression and <c>at</c> are read in a time zone. A time of day that a change of clocks leaves out is left
/// out; one that comes twice counts when it comes first. A rate is real time: a day is 24 hours, whatever the clocks do.
/// </remarks>
public abstract class Schedule
{
    private protected Schedule(string expression) => Expression = expression;

    /// <summary>The schedule as it was written.</summary>
    public string Expression { get; }

    /// <summary>Reads a schedule.</summary>
    /// <param name="expression"><c>rate(...)</c>, <c>cron(...)</c> or <c>at(...)</c>.</param>
    /// <param name="timeZone">An IANA name such as <c>Europe/Berlin</c>; UTC unless said.</param>
    /// <exception cref="ScheduleFormatException">The expression is no schedule, or the time zone isn't known.</exception>
    public static Schedule Parse(string expression, string? timeZone = null)
    {
        ArgumentNullException.ThrowIfNull(expression);
        TimeZoneInfo? zone = TimeZoneInfo.Utc;
        if (timeZone is not (null or "UTC") && !TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out zone))
            throw new ScheduleFormatException(expression, $"the time zone '{timeZone}' is not known on this machine");
        int open = expression.IndexOf('(', StringComparison.Ordinal);
        if (open < 0 || !expression.EndsWith(')'))
            throw new ScheduleFormatException(expression, "expected 'rate(...)', 'cron(...)' or 'at(...)'");
        string inside = expression[(open + 1)..^1];
        return expression[..open] switch
        {
            "rate" => RateSchedule.Read(expression, inside),
            "cron" => CronSchedule.Read(expression, inside, zone!),
            "at" => AtSchedule.Read(expression, inside, zone!),
            _ => throw new ScheduleFormatException(expression, "expected 'rate(...)', 'cron(...)' or 'at(...)'"),
        };
    }

    /// <summary>The first time after a moment; null when there is none.</summary>
    /// <param name="after">The moment, which itself doesn't count.</param>
    /// <param name="start">When the schedule began: a rate counts from here. The same at every call.</param>
    public abstract DateTimeOffset? Next(DateTimeOffset after, DateTimeOffset start);

    /// <summary>The expression.</summary>
    public override string ToString() => Expression;
}
