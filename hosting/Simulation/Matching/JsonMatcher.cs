using System.Numerics;
using System.Text.Json;

namespace Compiled.Simulation.Matching;

/// <summary>Compares a recorded JSON value with the value of a run, and names the first place where they differ.</summary>
/// <remarks>The order of members does not count, the order of items does; a number with a fraction is not the same as one without.</remarks>
public sealed class JsonMatcher(JsonMatcherOptions options)
{
    /// <summary>The options given.</summary>
    public JsonMatcherOptions Options { get; } = options;

    /// <summary>The first difference, or null when the actual value is as expected.</summary>
    public Difference? Compare(JsonElement expected, JsonElement actual, Location at)
    {
        ArgumentNullException.ThrowIfNull(at);
        if (IsSkipped(at) || IsAnyValue(at)) return null;
        return expected.ValueKind switch
        {
            JsonValueKind.Object when actual.ValueKind == JsonValueKind.Object => CompareObjects(expected, actual, at),
            JsonValueKind.Object or JsonValueKind.Array or JsonValueKind.Number when actual.ValueKind == JsonValueKind.String && Options.ObjectsStandForText => CompareWithText(expected, actual, at),
            JsonValueKind.Array when actual.ValueKind == JsonValueKind.Array => CompareArrays(expected, actual, at),
            JsonValueKind.String => CompareText(expected, actual, at),
            JsonValueKind.Number when actual.ValueKind == JsonValueKind.Number && AreSameNumber(expected.GetRawText(), actual.GetRawText()) => null,
            JsonValueKind.True or JsonValueKind.False or JsonValueKind.Null when expected.ValueKind == actual.ValueKind => null,
            _ => Differ(expected, actual, at),
        };
    }

    /// <summary>Whether differences at this place do not count.</summary>
    public bool IsSkipped(Location at) => Options.Skipped.Any(pattern => pattern.Matches(at));

    private bool IsAnyValue(Location at) => Options.AnyValue.Any(pattern => pattern.Matches(at));

    private Difference? CompareObjects(JsonElement expected, JsonElement actual, Location at)
    {
        foreach (JsonProperty member in expected.EnumerateObject())
        {
            Location place = at.Member(member.Name);
            if (actual.TryGetProperty(member.Name, out JsonElement value))
            {
                if (Compare(member.Value, value, place) is { } difference) return difference;
            }
            else if (!IsSkipped(place))
            {
                return new Difference(place, Difference.Show(member.Value), Difference.Absent);
            }
        }

        foreach (JsonProperty member in actual.EnumerateObject())
        {
            if (expected.TryGetProperty(member.Name, out _)) continue;
            Location place = at.Member(member.Name);
            if (!IsSkipped(place)) return new Difference(place, Difference.Absent, Difference.Show(member.Value));
        }

        return null;
    }

    private Difference? CompareArrays(JsonElement expected, JsonElement actual, Location at)
    {
        int count = expected.GetArrayLength();
        if (count != actual.GetArrayLength()) return Differ(expected, actual, at);
        for (int i = 0; i < count; i++)
            if (Compare(expected[i], actual[i], at.Item(i)) is { } difference) return difference;
        return null;
    }

    /// <summary>The recorder parsed texts that held JSON, so here the run's text is parsed too; its spacing and key order are not compared.</summary>
    private Difference? CompareWithText(JsonElement expected, JsonElement actual, Location at) =>
        TryParse(actual.GetString()!, out JsonElement parsed) && parsed.ValueKind == expected.ValueKind
            ? Compare(expected, parsed, at)
            : Differ(expected, actual, at);

    private Difference? CompareText(JsonElement expected, JsonElement actual, Location at)
    {
        string text = expected.GetString()!;
        switch (actual.ValueKind)
        {
            case JsonValueKind.Number when PlaceholderKinds.IsInstantWord(text) || Options.Words.Contains(text):
            case JsonValueKind.String when Options.Words.Contains(text):
                return null;
            case JsonValueKind.String when TextPattern.Matches(text, actual.GetString()!, Options.Substitutions, Options.Bindings):
                return null;
            case JsonValueKind.String when Options.ObjectsStandForText && IsJsonText(text, out JsonElement left) && IsJsonText(actual.GetString()!, out JsonElement right):
                return Compare(left, right, at);
            default:
                return Differ(expected, actual, at);
        }
    }

    // A quoted text too: what the recorder put for a timestamp stands inside the quotes of an assigned variable.
    private static bool IsJsonText(string text, out JsonElement parsed)
    {
        parsed = default;
        return text.Length > 0 && text[0] is '[' or '{' or '"' && TryParse(text, out parsed);
    }

    private static bool TryParse(string text, out JsonElement parsed)
    {
        try
        {
            parsed = JsonElement.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            parsed = default;
            return false;
        }
    }

    private static bool AreSameNumber(string expected, string actual)
    {
        if (expected == actual) return true;
        bool isInteger = BigInteger.TryParse(expected, System.Globalization.NumberStyles.AllowLeadingSign, null, out BigInteger left);
        if (isInteger != BigInteger.TryParse(actual, System.Globalization.NumberStyles.AllowLeadingSign, null, out BigInteger right)) return false;
        return isInteger
            ? left == right
            : double.Parse(expected, System.Globalization.CultureInfo.InvariantCulture).Equals(double.Parse(actual, System.Globalization.CultureInfo.InvariantCulture));
    }

    private static Difference Differ(JsonElement expected, JsonElement actual, Location at) =>
        new(at, Difference.Show(expected), Difference.Show(actual));
}
