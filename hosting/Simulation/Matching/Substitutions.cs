using System.Text.Json;

namespace Compiled.Simulation.Matching;

/// <summary>What the placeholders of a recording stood for: <c>{"&lt;region&gt;": "us-east-1", "snf_role_arn": ["a", "b"]}</c>.</summary>
/// <remarks>A placeholder with several values stands for any of them.</remarks>
public sealed class Substitutions
{
    private readonly (string Placeholder, string[] Values)[] _entries;

    private Substitutions((string, string[])[] entries) => _entries = entries;

    /// <summary>No substitution at all.</summary>
    public static Substitutions None { get; } = new([]);

    /// <summary>Reads the JSON object that holds them.</summary>
    /// <exception cref="FormatException">A value is neither a string nor an array of strings.</exception>
    public static Substitutions Read(JsonElement json)
    {
        List<(string Placeholder, string[] Values)> entries = [];
        foreach (JsonProperty property in json.EnumerateObject())
        {
            entries.Add((property.Name, property.Value.ValueKind switch
            {
                JsonValueKind.String => [property.Value.GetString()!],
                JsonValueKind.Array => [.. property.Value.EnumerateArray().Select(static value => value.GetString() ?? "")],
                _ => throw new FormatException($"The substitution '{property.Name}' is neither a string nor an array of strings."),
            }));
        }

        // The longest placeholder first, so that one which is the beginning of another does not take its place.
        return new Substitutions([.. entries.OrderByDescending(static entry => entry.Placeholder.Length)]);
    }

    /// <summary>The placeholder of this table that stands at <paramref name="at"/> in the text, and its values.</summary>
    internal bool TryFindAt(string text, int at, out string placeholder, out string[] values)
    {
        foreach ((string candidate, string[] meanings) in _entries)
        {
            if (string.CompareOrdinal(text, at, candidate, 0, candidate.Length) != 0) continue;
            (placeholder, values) = (candidate, meanings);
            return true;
        }

        (placeholder, values) = ("", []);
        return false;
    }
}
