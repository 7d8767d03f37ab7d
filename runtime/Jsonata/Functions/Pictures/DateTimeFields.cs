namespace Compiled.Jsonata;

/// <summary>What the component specifiers of a date-time's picture stand for.</summary>
internal static class DateTimeFields
{
    public const string Integers = "YMDdFWwXxHhmsf";

    public static readonly string[] Months =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    public static readonly string[] Days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    /// <summary>The number that a component is of a time; for the half of the day 0 or 1.</summary>
    public static double Value(in CivilTime time, char component) => component switch
    {
        'Y' => time.Year,
        'M' => time.Month + 1,
        'D' => time.Day,
        'd' => ((Today(time) - CivilTime.Utc(time.Year, 0)) / CivilTime.DayMillis) + 1,
        'F' => time.Weekday,
        'W' => Week(Today(time), time.Year, 0, yearly: true),
        'w' => Week(Today(time), time.Year, time.Month, yearly: false),
        'X' => WeekYear(time),
        'x' => WeekMonth(time),
        'H' => time.Hour,
        'h' => time.Hour % 12 == 0 ? 12 : time.Hour % 12,
        'P' => time.Hour >= 12 ? 1 : 0,
        'm' => time.Minute,
        's' => time.Second,
        'f' => time.Millisecond,
        _ => double.NaN,
    };

    private static double Today(in CivilTime time) => CivilTime.Utc(time.Year, time.Month, time.Day);

    // ISO 8601: the first week of a year is the one with its first Thursday, from Monday on. XPath says the same of months.
    private static double FirstWeek(int year, int month)
    {
        double first = CivilTime.Utc(year, month);
        int weekday = double.IsNaN(first) ? 1 : new CivilTime((long)first).Weekday;
        return first + ((weekday > 4 ? 8 - weekday : 1 - weekday) * CivilTime.DayMillis);
    }

    private static double FirstWeek(int year, int month, int later, bool yearly)
    {
        int months = month + later;
        return yearly ? FirstWeek(year + later, month) : FirstWeek(year + (months < 0 ? -1 : months > 11 ? 1 : 0), (months + 12) % 12);
    }

    private static double Week(double today, int year, int month, bool yearly)
    {
        double week = Weeks(FirstWeek(year, month), today);
        if (week > (yearly ? 52 : 4))
        {
            if (today >= FirstWeek(year, month, 1, yearly))
            {
                return 1;
            }
        }
        else if (week < 1)
        {
            week = Weeks(FirstWeek(year, month, -1, yearly), today);
        }

        return Math.Floor(week);
    }

    private static double Weeks(double start, double end) => ((end - start) / (CivilTime.DayMillis * 7)) + 1;

    private static int WeekYear(in CivilTime time)
        => time.Millis < FirstWeek(time.Year, 0) ? time.Year - 1 : time.Millis >= FirstWeek(time.Year + 1, 0) ? time.Year + 1 : time.Year;

    private static int WeekMonth(in CivilTime time)
    {
        int later = time.Millis < FirstWeek(time.Year, time.Month) ? 11 : time.Millis >= FirstWeek(time.Year, time.Month, 1, yearly: false) ? 1 : 0;
        return ((time.Month + later) % 12) + 1;
    }
}
