using System.Globalization;

namespace Compiled.Cli.Executions;

/// <summary>Statuses in colour, and times as AWS writes them.</summary>
internal static class ExecutionWords
{
    /// <summary>The status in its colour, where colour is wanted.</summary>
    public static string Paint(string text, ExecutionStatus status, bool usesColour)
    {
        string colour = status switch { ExecutionStatus.Running => "36", ExecutionStatus.Succeeded => "32", ExecutionStatus.Aborted => "33", _ => "31" };
        return usesColour ? $"\e[{colour}m{text}\e[0m" : text;
    }

    /// <summary>A time in UTC, to the millisecond.</summary>
    public static string Of(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>A time for people: UTC, to the second.</summary>
    public static string Short(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? "-";

    /// <summary>How long it lasted, or has lasted by now.</summary>
    public static string Length(TimeSpan length) => length.TotalDays >= 1
        ? string.Create(CultureInfo.InvariantCulture, $"{length.TotalDays:0.0} d")
        : length.TotalMinutes >= 1 ? length.ToString("h':'mm':'ss", CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{length.TotalSeconds:0.000} s");
}
