using System.Globalization;

namespace Compiled.WebConsole.Text;

/// <summary>Times and lengths of time for people.</summary>
internal static class Moments
{
    /// <summary>A length in the two units that matter: <c>85 ms</c>, <c>1.42 s</c>, <c>3 min 5 s</c>, <c>2 d 4 h</c>.</summary>
    public static string Length(TimeSpan length)
    {
        if (length < TimeSpan.Zero)
            length = TimeSpan.Zero;
        return length.TotalSeconds switch
        {
            < 1 => Invariant($"{length.TotalMilliseconds:0} ms"),
            < 60 => Invariant($"{length.TotalSeconds:0.##} s"),
            < 3600 => Invariant($"{(int)length.TotalMinutes} min {length.Seconds} s"),
            < 86400 => Invariant($"{(int)length.TotalHours} h {length.Minutes} min"),
            _ => Invariant($"{(int)length.TotalDays} d {length.Hours} h"),
        };
    }

    public static string Length(long ticks) => Length(TimeSpan.FromTicks(ticks));

    /// <summary>A time to the second, in UTC; scripts put it into the reader's own zone.</summary>
    public static string Second(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>A time to the millisecond, in UTC.</summary>
    public static string Millisecond(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture);

    /// <summary>A time as machines read it.</summary>
    public static string Iso(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);

    /// <summary>A count with thousands apart: <c>25,000</c>.</summary>
    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
