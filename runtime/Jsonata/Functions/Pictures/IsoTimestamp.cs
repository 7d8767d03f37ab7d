namespace Compiled.Jsonata;

/// <summary>Times as ISO 8601 writes them, in the forms that jsonata-js takes without a picture.</summary>
internal static class IsoTimestamp
{
    /// <summary>Writes a time in UTC of the years 0 to 9999.</summary>
    public static string Format(in CivilTime time) => string.Create(24, time, static (text, time) =>
    {
        "0000-00-00T00:00:00.000Z".CopyTo(text);
        Put(text, 4, time.Year);
        Put(text, 7, time.Month + 1);
        Put(text, 10, time.Day);
        Put(text, 13, time.Hour);
        Put(text, 16, time.Minute);
        Put(text, 19, time.Second);
        Put(text, 23, time.Millisecond);
    });

    /// <summary>
    /// Reads a year with, as far as they are given, month, day, time, fraction and offset: <c>2018-02-01T09:42:13.123+0000</c>. NaN for
    /// anything else. As in V8 a day up to 31 runs over into the next month, and a time without an offset is taken as UTC.
    /// </summary>
    public static double Parse(ReadOnlySpan<char> text)
    {
        int at = 0;
        int month = 1, day = 1;
        double inDay = 0;
        if (!Take(text, ref at, 4, out int year))
            return double.NaN;
        if (TakeAfter(text, ref at, '-', 2, ref month) && (month is < 1 or > 12 || (TakeAfter(text, ref at, '-', 2, ref day) && day is < 1 or > 31)))
            return double.NaN;
        bool hasTime = at < text.Length && text[at] == 'T';
        if (hasTime && !TakeTime(text, ref at, out inDay))
            return double.NaN;
        return TakeOffset(text, ref at, hasTime, out int minutes) && at == text.Length
            ? CivilTime.Exact(year, month - 1, day) + inDay - (minutes * 60_000)
            : double.NaN;
    }

    // Only the end of the day has an hour 24.
    private static bool TakeTime(ReadOnlySpan<char> text, ref int at, out double millis)
    {
        millis = double.NaN;
        int hour = 0, minute = 0, second = 0, fraction = 0;
        if (!TakeAfter(text, ref at, 'T', 2, ref hour) || !TakeAfter(text, ref at, ':', 2, ref minute) || !TakeAfter(text, ref at, ':', 2, ref second))
            return false;
        if (at < text.Length && text[at] == '.' && !TakeFraction(text, ref at, out fraction))
            return false;
        millis = (((((hour * 60) + minute) * 60) + second) * 1000) + fraction;
        return minute < 60 && second < 60 && millis <= CivilTime.DayMillis;
    }

    private static bool TakeFraction(ReadOnlySpan<char> text, ref int at, out int millis)
    {
        int start = ++at;
        millis = 0;
        for (int worth = 100; at < text.Length && char.IsAsciiDigit(text[at]); at++, worth /= 10)
            millis += (text[at] - '0') * worth;
        return at > start;
    }

    private static bool TakeOffset(ReadOnlySpan<char> text, ref int at, bool hasTime, out int minutes)
    {
        minutes = 0;
        if (at == text.Length)
            return true;
        char sign = text[at++];
        if (sign == 'Z')
            return true;
        if (sign is not ('+' or '-') || !hasTime || !Take(text, ref at, 2, out int hours))
            return false;
        if (at < text.Length && text[at] == ':')
            at++;
        if (!Take(text, ref at, 2, out int rest) || hours > 23 || rest > 59)
            return false;
        minutes = ((hours * 60) + rest) * (sign == '-' ? -1 : 1);
        return true;
    }

    private static bool TakeAfter(ReadOnlySpan<char> text, ref int at, char before, int count, ref int value)
    {
        if (at >= text.Length || text[at] != before)
            return false;
        int digits = at + 1;
        if (!Take(text, ref digits, count, out int taken))
            return false;
        at = digits;
        value = taken;
        return true;
    }

    private static bool Take(ReadOnlySpan<char> text, ref int at, int count, out int value)
    {
        value = 0;
        if (at + count > text.Length)
            return false;
        for (int end = at + count; at < end; at++)
        {
            if (!char.IsAsciiDigit(text[at]))
                return false;
            value = (value * 10) + (text[at] - '0');
        }

        return true;
    }

    private static void Put(Span<char> text, int end, int value)
    {
        for (; value > 0; value /= 10)
            text[--end] = (char)('0' + (value % 10));
    }
}
