namespace Compiled.Events.Schedules;

/// <summary><c>cron(minutes hours day-of-month month day-of-week year)</c>, in a time zone.</summary>
internal sealed class CronSchedule : Schedule
{
    private const int FirstYear = 1970, LastYear = 2199;

    private static readonly string[] s_months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
    private static readonly string[] s_days = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

    private readonly CronField _minutes, _hours, _months, _years;
    private readonly CronDays _days;
    private readonly TimeZoneInfo _zone;

    private CronSchedule(string expression, CronField minutes, CronField hours, CronDays days, CronField months, CronField years, TimeZoneInfo zone)
        : base(expression)
        => (_minutes, _hours, _days, _months, _years, _zone) = (minutes, hours, days, months, years, zone);

    public static CronSchedule Read(string expression, string inside, TimeZoneInfo zone)
    {
        string[] fields = inside.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length != 6)
            throw new ScheduleFormatException(expression, $"a cron expression has 6 fields (minutes, hours, day of month, month, day of week, year), not {fields.Length}");
        try
        {
            return new CronSchedule(
                expression,
                CronField.Read("minutes", fields[0], 0, 59),
                CronField.Read("hours", fields[1], 0, 23),
                CronDays.Read(fields[2], fields[4], s_days),
                CronField.Read("month", fields[3], 1, 12, s_months),
                CronField.Read("year", fields[5], FirstYear, LastYear),
                zone);
        }
        catch (FormatException fault)
        {
            throw new ScheduleFormatException(expression, fault.Message);
        }
    }

    public override DateTimeOffset? Next(DateTimeOffset after, DateTimeOffset start)
    {
        DateTimeOffset from = after < start ? start.AddTicks(-1) : after;
        // A zone may be 14 hours ahead of or behind UTC, and what its clocks show may come twice: a day earlier is early enough.
        DateTime day = TimeZoneInfo.ConvertTime(from, _zone).Date;
        day = day > DateTime.MinValue.AddDays(1) ? day.AddDays(-1) : day;
        for (; day.Year <= LastYear; day = day.AddDays(1))
        {
            if (!_years.Has(day.Year))
            {
                day = new DateTime(day.Year, 12, 31);
                continue;
            }

            if (!_months.Has(day.Month))
            {
                day = new DateTime(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month));
                continue;
            }

            if (_days.Has(day) && FirstOn(day, from) is { } found)
                return found;
        }

        return null;
    }

    private DateTimeOffset? FirstOn(DateTime day, DateTimeOffset after)
    {
        // Clocks that are set back make a later time of day come earlier; then all of the day's times are looked at.
        bool isSteady = _zone.GetUtcOffset(day) == _zone.GetUtcOffset(day.AddDays(1));
        DateTimeOffset? first = null;
        foreach (int hour in _hours.Values)
        {
            if (isSteady && LocalTime.Of(day.AddHours(hour + 1), _zone) <= after)
                continue;
            foreach (int minute in _minutes.Values)
            {
                if (LocalTime.Of(day.AddHours(hour).AddMinutes(minute), _zone) is not { } time || time <= after || time >= first)
                    continue;
                first = time;
                if (isSteady)
                    return first;
            }
        }

        return first;
    }
}
