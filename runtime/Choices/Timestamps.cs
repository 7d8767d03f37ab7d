using System.Runtime.CompilerServices;
using Compiled.Values;

namespace Compiled.Expressions;

/// <summary>
/// Reads timestamps as the States Language has them: RFC 3339 with an upper-case <c>T</c> and either <c>Z</c> or a numeric offset, seconds
/// given, at most nine digits of fraction: <c>2016-03-14T01:59:00Z</c>, <c>2016-03-05T21:29:29.243167252+01:00</c>. FEATURES L-243, L-256.
/// </summary>
public static class Timestamps
{
    private const int Shortest = 20;
    private const int Longest = 35;
    private const int MostFractionDigits = 9;

    /// <summary>Reads a string value; false for anything else and for text that is no timestamp.</summary>
    /// <param name="value">Any value, also a missing one.</param>
    /// <param name="instant">
    /// The instant in UTC, to 100 nanoseconds; instants before year 1 and after year 9999 become the first and last that there are.
    /// </param>
    public static bool TryParse(JsonValue value, out DateTimeOffset instant)
        => ToInstant(TryReadTicks(value, out long ticks), ticks, out instant);

    /// <summary>Reads text; see <see cref="TryParse(JsonValue, out DateTimeOffset)"/>.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out DateTimeOffset instant)
        => ToInstant(TryReadTicks(text, out long ticks), ticks, out instant);

    /// <summary>Reads UTF-8 text; see <see cref="TryParse(JsonValue, out DateTimeOffset)"/>.</summary>
    public static bool TryParse(ReadOnlySpan<byte> utf8, out DateTimeOffset instant)
        => ToInstant(TryReadTicks(utf8, out long ticks), ticks, out instant);

    /// <summary>The instant in ticks of 100 nanoseconds since the start of year 1, negative before it.</summary>
    internal static bool TryReadTicks(JsonValue value, out long ticks)
    {
        ticks = 0;
        if (value.IsPlain)
        {
            return TryReadTicks(((Document)value.Node!).Unquoted((int)value.Bits), out ticks);
        }

        if (!value.IsString)
        {
            return false;
        }

        using TextChars text = new(value, stackalloc char[TextChars.StackChars]);
        return TryReadTicks(text.Chars, out ticks);
    }

    private static bool TryReadTicks(ReadOnlySpan<char> text, out long ticks)
    {
        ticks = 0;
        if (text.Length is < Shortest or > Longest)
        {
            return false;
        }

        Span<byte> ascii = stackalloc byte[Longest];
        for (int i = 0; i < text.Length; i++)
        {
            // What is no ASCII becomes a byte that no timestamp has.
            ascii[i] = text[i] < 128 ? (byte)text[i] : (byte)0;
        }

        return TryReadTicks(ascii[..text.Length], out ticks);
    }

    private static bool TryReadTicks(ReadOnlySpan<byte> s, out long ticks)
    {
        ticks = 0;
        if (s.Length is < Shortest or > Longest || s[4] != '-' || s[7] != '-' || s[10] != 'T' || s[13] != ':' || s[16] != ':')
        {
            return false;
        }

        int year = (Two(s, 0) * 100) + Two(s, 2), month = Two(s, 5), day = Two(s, 8), hour = Two(s, 11), minute = Two(s, 14), second = Two(s, 17);
        if (Two(s, 0) < 0 || Two(s, 2) < 0 || month is < 1 or > 12 || day < 1 || day > DaysIn(year, month)
            || hour is < 0 or > 23 || minute is < 0 or > 59 || second is < 0 or > 59)
        {
            return false;
        }

        if (!TryReadFraction(s[19..], out long fraction, out int used) || !TryReadOffset(s[(19 + used)..], out int offsetMinutes))
        {
            return false;
        }

        long seconds = (Days(year, month, day) * 86_400L) + (hour * 3600) + (minute * 60) + second - (offsetMinutes * 60L);
        ticks = (seconds * TimeSpan.TicksPerSecond) + fraction;
        return true;
    }

    private static bool TryReadFraction(ReadOnlySpan<byte> s, out long ticks, out int used)
    {
        ticks = 0;
        used = 0;
        if (s[0] != '.')
        {
            return true;
        }

        int nanoseconds = 0, digits = 0;
        while (digits < s.Length - 1 && (uint)s[digits + 1] - '0' <= 9 && digits <= MostFractionDigits)
        {
            nanoseconds = digits < MostFractionDigits ? (nanoseconds * 10) + s[digits + 1] - '0' : nanoseconds;
            digits++;
        }

        for (int i = digits; i < MostFractionDigits; i++)
        {
            nanoseconds *= 10;
        }

        ticks = nanoseconds / TimeSpan.NanosecondsPerTick;
        used = digits + 1;
        return digits is > 0 and <= MostFractionDigits && used < s.Length;
    }

    private static bool TryReadOffset(ReadOnlySpan<byte> s, out int minutes)
    {
        minutes = 0;
        if (s is [(byte)'Z'])
        {
            return true;
        }

        if (s.Length != 6 || s[0] is not ((byte)'+' or (byte)'-') || s[3] != ':')
        {
            return false;
        }

        int hour = Two(s, 1), minute = Two(s, 4);
        minutes = (hour * 60) + minute;
        minutes = s[0] == '-' ? -minutes : minutes;
        return hour is >= 0 and <= 23 && minute is >= 0 and <= 59;
    }

    // Two digits as a number, or less than zero.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Two(ReadOnlySpan<byte> s, int at)
    {
        uint tens = (uint)s[at] - '0', ones = (uint)s[at + 1] - '0';
        return tens <= 9 && ones <= 9 ? (int)((tens * 10) + ones) : -1000;
    }

    private static bool IsLeap(int year) => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

    private static int DaysIn(int year, int month) => month switch
    {
        2 => IsLeap(year) ? 29 : 28,
        4 or 6 or 9 or 11 => 30,
        _ => 31,
    };

    // Days since the first of January of year 1 in the Gregorian calendar, which RFC 3339 also uses for year 0, a leap year.
    private static long Days(int year, int month, int day)
    {
        int before = year - 1;
        long days = year == 0 ? -366 : (before * 365L) + (before / 4) - (before / 100) + (before / 400);
        for (int i = 1; i < month; i++)
        {
            days += DaysIn(year, i);
        }

        return days + day - 1;
    }

    private static bool ToInstant(bool isRead, long ticks, out DateTimeOffset instant)
    {
        instant = new DateTimeOffset(Math.Clamp(ticks, 0, DateTime.MaxValue.Ticks), TimeSpan.Zero);
        return isRead;
    }
}
