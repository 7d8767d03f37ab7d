namespace Compiled.Jsonata;

/// <summary>
/// A time taken apart in UTC, over all years that JavaScript's dates have, which are more than .NET's.
/// </summary>
internal readonly struct CivilTime
{
    /// <summary>The furthest from 1970 that JavaScript's dates go, in either direction, inclusive.</summary>
    public const double MostMillis = 8.64e15;

    public const long DayMillis = 86_400_000;

    /// <summary>Takes a time within <see cref="MostMillis"/> apart.</summary>
    public CivilTime(long millis)
    {
        Millis = millis;
        long days = Math.DivRem(millis, DayMillis, out long inDay);
        if (inDay < 0)
        {
            days--;
            inDay += DayMillis;
        }

        Hour = (int)(inDay / 3_600_000);
        Minute = (int)(inDay / 60_000 % 60);
        Second = (int)(inDay / 1000 % 60);
        Millisecond = (int)(inDay % 1000);
        Weekday = (int)((((days + 3) % 7) + 7) % 7) + 1;

        // Days since 1 March of year 0 in eras of 400 years, so that the leap day comes last.
        long shifted = days + 719_468;
        long era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097;
        long inEra = shifted - (era * 146_097);
        long year = (inEra - (inEra / 1460) + (inEra / 36_524) - (inEra / 146_096)) / 365;
        long inYear = inEra - ((365 * year) + (year / 4) - (year / 100));
        long month = ((5 * inYear) + 2) / 153;
        Day = (int)(inYear - (((153 * month) + 2) / 5) + 1);
        Month = (int)(month < 10 ? month + 2 : month - 10);
        Year = (int)(year + (era * 400) + (Month <= 1 ? 1 : 0));
    }

    public long Millis { get; }

    public int Year { get; }

    /// <summary>From 0.</summary>
    public int Month { get; }

    public int Day { get; }

    public int Hour { get; }

    public int Minute { get; }

    public int Second { get; }

    public int Millisecond { get; }

    /// <summary>1 is Monday, 7 Sunday.</summary>
    public int Weekday { get; }

    /// <summary>
    /// The start of a day as JavaScript's Date.UTC gives it: the month counts from 0, parts beyond their range carry over, and the years 0
    /// to 99 are those of the 20th century. NaN if a part is.
    /// </summary>
    public static double Utc(double year, double month, double day = 1)
    {
        year = Math.Truncate(year);
        return Exact(year is >= 0 and <= 99 ? 1900 + year : year, Math.Truncate(month), Math.Truncate(day));
    }

    /// <summary>A time of a day; NaN if a part is, or the time is beyond <see cref="MostMillis"/>.</summary>
    public static double Time(double date, double hour, double minute, double second, double millisecond)
    {
        double inDay = (Math.Truncate(hour) * 3_600_000) + (Math.Truncate(minute) * 60_000) + (Math.Truncate(second) * 1000) + Math.Truncate(millisecond);
        return Math.Abs(date + inDay) <= MostMillis ? date + inDay : double.NaN;
    }

    /// <summary>The start of a day, its year as given.</summary>
    public static double Exact(double year, double month, double day)
    {
        double whole = year + Math.Floor(month / 12);
        if (!(Math.Abs(whole) <= 400_000 && Math.Abs(day) <= MostMillis))
        {
            return double.NaN;
        }

        long shifted = (long)whole, inYear = (long)(month - (Math.Floor(month / 12) * 12));
        shifted -= inYear <= 1 ? 1 : 0;
        long era = (shifted >= 0 ? shifted : shifted - 399) / 400;
        long yearOfEra = shifted - (era * 400);
        long dayOfYear = ((153 * (inYear > 1 ? inYear - 2 : inYear + 10)) + 2) / 5;
        long dayOfEra = (yearOfEra * 365) + (yearOfEra / 4) - (yearOfEra / 100) + dayOfYear;
        return ((era * 146_097) + dayOfEra - 719_468 + day - 1) * DayMillis;
    }
}
