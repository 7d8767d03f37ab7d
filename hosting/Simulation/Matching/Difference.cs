using System.Text.Json;

namespace Compiled.Simulation.Matching;

/// <summary>A place where a run differs from what was expected, with both values as they are to be shown.</summary>
public sealed record Difference(Location At, string Expected, string Actual)
{
    private const int LongestShown = 600;

    /// <summary>Shown for a member that is not there.</summary>
    public const string Absent = "(absent)";

    /// <summary>The value's JSON, cut where it is long.</summary>
    public static string Show(JsonElement value)
    {
        string text = value.ValueKind == JsonValueKind.Undefined ? Absent : value.GetRawText();
        return text.Length <= LongestShown ? text : string.Concat(text.AsSpan(0, LongestShown), "... (", text.Length.ToString(System.Globalization.CultureInfo.InvariantCulture), " characters)");
    }

    /// <inheritdoc/>
    public override string ToString() => $"{At}: expected {Expected}, got {Actual}";
}
