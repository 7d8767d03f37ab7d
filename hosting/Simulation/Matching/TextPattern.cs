using System.Text;
using System.Text.RegularExpressions;

namespace Compiled.Simulation.Matching;

/// <summary>Compares a recorded text, in which placeholders stand for what a run makes up, with the text of a run.</summary>
internal static partial class TextPattern
{
    /// <summary>
    /// Whether <paramref name="actual"/> is <paramref name="expected"/> with its placeholders filled in. A placeholder also stands
    /// for itself, since a replayed result holds the recording's placeholders too.
    /// </summary>
    public static bool Matches(string expected, string actual, Substitutions substitutions, PlaceholderBindings bindings)
    {
        if (expected == actual || PlaceholderKinds.WordStandsFor(expected, actual)) return true;
        List<(string Placeholder, string Kind, bool IsNumbered)> holes = [];
        if (ToRegex(expected, substitutions, holes) is not { } pattern) return false;
        Match match = Regex.Match(actual, pattern, RegexOptions.Singleline | RegexOptions.CultureInvariant);
        if (!match.Success) return false;
        for (int i = 0; i < holes.Count; i++)
        {
            (string placeholder, string kind, bool isNumbered) = holes[i];
            string text = match.Groups[i + 1].Value;
            if (text != placeholder && !PlaceholderKinds.Accepts(kind, text)) return false;
            if (isNumbered && !bindings.TryBind(placeholder, kind, text)) return false;
        }

        return true;
    }

    /// <summary>The regular expression for a text; null when it holds no placeholder, so that only the same text matches.</summary>
    private static string? ToRegex(string expected, Substitutions substitutions, List<(string, string, bool)> holes)
    {
        StringBuilder pattern = new("^");
        bool hasPlaceholder = false;
        for (int at = 0; at < expected.Length;)
        {
            if (substitutions.TryFindAt(expected, at, out string placeholder, out string[] values))
            {
                hasPlaceholder = true;
                pattern.Append("(?:").AppendJoin('|', values.Append(placeholder).Select(Regex.Escape)).Append(')');
                at += placeholder.Length;
            }
            else if (Placeholder().Match(expected, at) is { Success: true } hole && hole.Index == at)
            {
                hasPlaceholder = true;
                holes.Add((hole.Value, hole.Groups["kind"].Value, hole.Groups["number"].Success));
                pattern.Append("(.+?)");
                at += hole.Length;
            }
            else
            {
                pattern.Append(Regex.Escape(expected[at].ToString()));
                at++;
            }
        }

        return hasPlaceholder ? pattern.Append('$').ToString() : null;
    }

    [GeneratedRegex("""\G<(?<kind>[A-Za-z][A-Za-z0-9_.-]*)(?::(?<number>[0-9]+))?>""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Placeholder();
}
