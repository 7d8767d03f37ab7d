using System.Globalization;

namespace Compiled.Events.Schedules;

/// <summary><c>rate(value unit)</c>: minutes, hours or days of 24 hours, counted from the start.</summary>
internal sealed class RateSchedule : Schedule
{
    private readonly TimeSpan _period;

    private RateSchedule(string expression, TimeSpan period)
        : base(expression) => _period = period;

    public static RateSchedule Read(string expression, string inside)
    {
        string[] parts = inside.Split(' ');
        if (parts.Length != 2 || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int value) || value < 1)
            throw new ScheduleFormatException(expression, "a rate is a whole number from 1 and a unit, such as 'rate(5 minutes)'");
        // AWS insists on the grammar of EventBridge's rules: one minute, two minutes. Its Scheduler takes the plural with 1 as well.
        TimeSpan unit = (parts[1], value) switch
        {
            ("minutes", _) or ("minute", 1) => TimeSpan.FromMinutes(1),
            ("hours", _) or ("hour", 1) => TimeSpan.FromHours(1),
            ("days", _) or ("day", 1) => TimeSpan.FromDays(1),
            _ => throw new ScheduleFormatException(expression, "the unit is 'minutes', 'hours' or 'days', with 1 also 'minute', 'hour' or 'day'"),
        };
        return value <= 10_000_000 ? new RateSchedule(expression, unit * value) : throw new ScheduleFormatException(expression, "the value is at most 10000000");
    }

    public override DateTimeOffset? Next(DateTimeOffset after, DateTimeOffset start)
    {
        if (after < start)
            return start;
        long count = (after - start).Ticks / _period.Ticks + 1;
        // Past the year 9999 there is no time to give.
        return count > (DateTimeOffset.MaxValue - start).Ticks / _period.Ticks ? null : start.ToUniversalTime() + (_period * count);
    }
}
