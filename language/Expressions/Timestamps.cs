using System.Globalization;

namespace Compiled.Language.Expressions;

/// <summary>Timestamps as Step Functions takes them (FEATURES L-243, L-256).</summary>
public static class Timestamps
{
    // Java's limit for an offset from UTC, which is AWS's.
    private const int MaximumOffsetMinutes = 18 * 60;

    /// <summary>
    /// Reads an ISO-8601 extended offset date-time: <c>2016-12-05T21:29:29Z</c>, with up to nine digits of a second's fraction
    /// and <c>Z</c> or an offset such as <c>+01:00</c>. The upper-case T, the seconds and the offset are required.
    /// </summary>
    /// <param name="text">The text, without blanks around it.</param>
    /// <param name="instant">The instant in UTC, cut to 100 nanoseconds.</param>
    /// <returns>False for anything else, also for a date or time that does not exist.</returns>
    public static bool TryParse(string text, out DateTimeOffset instant)
    {
        instant = default;
        if (text.Length < 20 || text[10] != 'T' || text[4] != '-' || text[7] != '-' || text[13] != ':' || text[16] != ':')
            return false;
        if (!Digits(text, 0, 4, out int year) || !Digits(text, 5, 2, out int month) || !Digits(text, 8, 2, out int day)
            || !Digits(text, 11, 2, out int hour) || !Digits(text, 14, 2, out int minute) || !Digits(text, 17, 2, out int second))
            return false;
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return false;
        if (hour > 23 || minute > 59 || second > 59)
            return false;

        int index = 19;
        if (!Fraction(text, ref index, out long fractionTicks) || !Offset(text, index, out int offsetMinutes))
            return false;
        long ticks = new DateTime(year, month, day, hour, minute, second).Ticks + fractionTicks - (offsetMinutes * TimeSpan.TicksPerMinute);
        if (ticks < DateTime.MinValue.Ticks || ticks > DateTime.MaxValue.Ticks)
            return false;
        instant = new DateTimeOffset(ticks, TimeSpan.Zero);
        return true;
    }

    private static bool Digits(string text, int start, int count, out int value)
    {
        value = 0;
        if (start + count > text.Length)
            return false;
        for (int i = start; i < start + count; i++)
        {
            if (text[i] is < '0' or > '9')
                return false;
            value = (value * 10) + (text[i] - '0');
        }
        return true;
    }

    private static bool Fraction(string text, ref int index, out long ticks)
    {
        ticks = 0;
        if (text[index] != '.')
            return true;
        int start = ++index;
        while (index < text.Length && text[index] is >= '0' and <= '9')
            index++;
        int count = index - start;
        if (count is 0 or > 9)
            return false;
        string sevenDigits = text.Substring(start, Math.Min(count, 7)).PadRight(7, '0');
        ticks = long.Parse(sevenDigits, NumberStyles.None, CultureInfo.InvariantCulture);
        return true;
    }

    private static bool Offset(string text, int index, out int minutes)
    {
        minutes = 0;
        int rest = text.Length - index;
        if (rest == 1)
            return text[index] == 'Z';
        if (rest != 6 || text[index] is not ('+' or '-') || text[index + 3] != ':')
            return false;
        if (!Digits(text, index + 1, 2, out int hours) || !Digits(text, index + 4, 2, out int rest60) || rest60 > 59)
            return false;
        minutes = (hours * 60) + rest60;
        if (minutes > MaximumOffsetMinutes)
            return false;
        minutes = text[index] == '-' ? -minutes : minutes;
        return true;
    }
}
