using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Compiled.Simulation.Matching;

/// <summary>What may stand in the place of a placeholder, by its name.</summary>
internal static partial class PlaceholderKinds
{
    private static readonly string[] s_instantWords =
        ["timestamp", "date", "start-date", "stop-date", "start-time", "entered-time"];

    /// <summary>Words that are placeholders without angle brackets, and what they stand for.</summary>
    private static readonly FrozenDictionary<string, Func<string, bool>> s_words =
        s_instantWords.Select(static word => KeyValuePair.Create<string, Func<string, bool>>(word, IsInstant))
            .Append(KeyValuePair.Create<string, Func<string, bool>>("a_task_token", IsSomething))
            .Append(KeyValuePair.Create<string, Func<string, bool>>("map_run_arn", IsMapRunArn))
            .ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Whether the whole text is a placeholder word and <paramref name="actual"/> is of its kind.</summary>
    public static bool WordStandsFor(string word, string actual) =>
        s_words.TryGetValue(word, out Func<string, bool>? accepts) && accepts(actual);

    /// <summary>Whether the text is a placeholder for an instant, which a history may also write as a number.</summary>
    public static bool IsInstantWord(string word) =>
        s_instantWords.AsSpan().Contains(word.StartsWith('<') && word.EndsWith('>') ? word[1..^1] : word);

    /// <summary>Whether the text may stand where <c>&lt;kind&gt;</c> or <c>&lt;kind:1&gt;</c> stands.</summary>
    public static bool Accepts(string kind, string actual) => kind switch
    {
        "uuid" => Guid.TryParseExact(actual, "D", out _),
        "json-input" => IsJson(actual),
        _ when s_instantWords.AsSpan().Contains(kind) => IsInstant(actual),
        _ => IsSomething(actual),
    };

    private static bool IsMapRunArn(string actual) =>
        actual.Split(':') is ["arn", _, "states", _, _, "mapRun", _, var id] && Guid.TryParseExact(id, "D", out _);

    private static bool IsSomething(string actual) => actual.Length > 0;

    /// <summary>By its shape: the recorder replaced whatever looked like a time, also 2016-12-05T25:29:29Z and 05-12-2016T21:29:29Z.</summary>
    private static bool IsInstant(string actual) =>
        Instant().IsMatch(actual) || double.TryParse(actual, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    [GeneratedRegex("""^(\d{4}-\d{2}-\d{2}|\d{2}-\d{2}-\d{4})([T ]\d{2}:\d{2}.*)?$""", RegexOptions.CultureInvariant)]
    private static partial Regex Instant();

    private static bool IsJson(string actual)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(actual);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
