namespace Compiled.Events.Schedules;

/// <summary>
/// The two fields that say which days: of the month (with <c>L</c>, <c>LW</c> and <c>15W</c>) or of the week (with <c>6L</c>, <c>2#3</c>). One of them is <c>?</c>.
/// </summary>
internal sealed class CronDays
{
    private readonly Func<DateTime, bool>[] _tests;

    private CronDays(Func<DateTime, bool>[] tests) => _tests = tests;

    public bool Has(DateTime day)
    {
        foreach (Func<DateTime, bool> test in _tests)
        {
            if (test(day))
                return true;
        }

        return false;
    }

    public static CronDays Read(string ofMonth, string ofWeek, string[] names)
    {
        if (ofMonth == "?" == (ofWeek == "?"))
            throw new FormatException("exactly one of day of month and day of week is '?'");
        return new CronDays([.. ofWeek == "?" ? ofMonth.Split(',').Select(OfMonth) : ofWeek.Split(',').Select(part => OfWeek(part, names))]);
    }

    private static Func<DateTime, bool> OfMonth(string part)
    {
        const string Name = "day of month";
        if (part == "L")
            return static day => day.Day == LastDay(day);
        if (part == "LW")
            return static day => day.Day == NearestWeekday(day, LastDay(day));
        if (part.StartsWith("L-", StringComparison.Ordinal))
        {
            int before = CronField.Number(Name, part[2..], 1, 30);
            return day => day.Day == LastDay(day) - before;
        }

        if (part.EndsWith('W'))
        {
            int wanted = CronField.Number(Name, part[..^1], 1, 31);
            // A month without that day has none near it either.
            return day => wanted <= LastDay(day) && day.Day == NearestWeekday(day, wanted);
        }

        CronField field = CronField.Read(Name, part, 1, 31);
        return day => field.Has(day.Day);
    }

    // 1 is Sunday, 7 is Saturday.
    private static Func<DateTime, bool> OfWeek(string part, string[] names)
    {
        const string Name = "day of week";
        if (part == "L")
            return static day => day.DayOfWeek == DayOfWeek.Saturday;
        if (part.EndsWith('L') && !Array.Exists(names, name => name.Equals(part, StringComparison.OrdinalIgnoreCase)))
        {
            int last = CronField.Value(Name, part[..^1], 1, 7, names);
            return day => NumberOf(day) == last && day.Day > LastDay(day) - 7;
        }

        int sharp = part.IndexOf('#', StringComparison.Ordinal);
        if (sharp >= 0)
        {
            int wanted = CronField.Value(Name, part[..sharp], 1, 7, names), turn = CronField.Number(Name, part[(sharp + 1)..], 1, 5);
            return day => NumberOf(day) == wanted && (day.Day - 1) / 7 + 1 == turn;
        }

        CronField field = CronField.Read(Name, part, 1, 7, names);
        return day => field.Has(NumberOf(day));
    }

    private static int NumberOf(DateTime day) => (int)day.DayOfWeek + 1;

    private static int LastDay(DateTime day) => DateTime.DaysInMonth(day.Year, day.Month);

    // The weekday nearest to a day, within its month.
    private static int NearestWeekday(DateTime day, int wanted) => new DateTime(day.Year, day.Month, wanted).DayOfWeek switch
    {
        DayOfWeek.Saturday => wanted == 1 ? 3 : wanted - 1,
        DayOfWeek.Sunday => wanted == LastDay(day) ? wanted - 2 : wanted + 1,
        _ => wanted,
    };
}
