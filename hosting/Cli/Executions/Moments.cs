using System.CommandLine;
using System.Globalization;

namespace Compiled.Cli.Executions;

/// <summary>Options whose values are times or lengths of time.</summary>
internal static class Moments
{
    /// <summary>An option with a length of time: <c>90d</c>, <c>12h</c>, <c>30m</c>, <c>15s</c>.</summary>
    public static Option<TimeSpan> Length(string name, string description, TimeSpan otherwise) => new(name)
    {
        Description = description,
        HelpName = "90d|12h|30m|15s",
        DefaultValueFactory = _ => otherwise,
        CustomParser = parsed =>
        {
            if (ReadLength(parsed.Tokens[0].Value) is { } length) return length;
            parsed.AddError($"'{parsed.Tokens[0].Value}' is no length of time such as 90d, 12h, 30m or 15s.");
            return default;
        },
    };

    /// <summary>An option with a time: ISO 8601, in UTC unless it has an offset, or how long ago.</summary>
    public static Option<DateTimeOffset?> Time(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "2026-01-31T12:00Z|12h",
        CustomParser = parsed =>
        {
            string text = parsed.Tokens[0].Value;
            if (ReadLength(text) is { } ago) return TimeProvider.System.GetUtcNow() - ago;
            if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time)) return time;
            parsed.AddError($"'{text}' is no time such as 2026-01-31, 2026-01-31T12:00Z, or 12h for twelve hours ago.");
            return null;
        },
    };

    private static TimeSpan? ReadLength(string text)
    {
        if (text.Length < 2 || !double.TryParse(text.AsSpan(..^1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number) || number > 100_000)
            return null;
        return text[^1] switch
        {
            'd' => TimeSpan.FromDays(number),
            'h' => TimeSpan.FromHours(number),
            'm' => TimeSpan.FromMinutes(number),
            's' => TimeSpan.FromSeconds(number),
            _ => null,
        };
    }
}
