using System.Text.Json;
using System.Text.RegularExpressions;
using Compiled.Simulation.Matching;

namespace Conformance.Comparing;

/// <summary>
/// The words that the recorder of a case put in the place of values: those that stand at the output's placeholder paths, such as
/// <c>RandomNumberGenerated</c>. The same words stand for the same values in the case's history.
/// </summary>
internal static partial class PlaceholderWords
{
    public static HashSet<string> Of(JsonElement expect)
    {
        HashSet<string> words = new(StringComparer.Ordinal);
        if (!expect.TryGetProperty("output", out JsonElement output) || !expect.TryGetProperty("placeholders", out JsonElement paths)) return words;
        LocationPattern[] places = [.. paths.EnumerateArray().Select(static path => LocationPattern.Parse(path.GetString()!))];
        Collect(output, Location.Root, places, words);
        return words;
    }

    private static void Collect(JsonElement value, Location at, LocationPattern[] places, HashSet<string> words)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (JsonProperty member in value.EnumerateObject()) Collect(member.Value, at.Member(member.Name), places, words);
                break;
            case JsonValueKind.Array:
                for (int i = 0; i < value.GetArrayLength(); i++) Collect(value[i], at.Item(i), places, words);
                break;
            case JsonValueKind.String when Word().IsMatch(value.GetString()!) && places.Any(place => place.Matches(at)):
                words.Add(value.GetString()!);
                break;
        }
    }

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_-]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
