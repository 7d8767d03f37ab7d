using System.Globalization;

namespace Compiled.Events.Schedules;

/// <summary><c>at(yyyy-mm-ddThh:mm:ss)</c>: once.</summary>
internal sealed class AtSchedule : Schedule
{
    private readonly DateTimeOffset? _time;

    private AtSchedule(string expression, DateTimeOffset? time)
        : base(expression) => _time = time;

    public static AtSchedule Read(string expression, string inside, TimeZoneInfo zone)
        => DateTime.TryParseExact(inside, "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime local)
            ? new AtSchedule(expression, LocalTime.Of(local, zone))
            : throw new ScheduleFormatException(expression, "a time is written as 'at(2026-12-24T18:00:00)'");

    public override DateTimeOffset? Next(DateTimeOffset after, DateTimeOffset start) => _time > after ? _time : null;
}
