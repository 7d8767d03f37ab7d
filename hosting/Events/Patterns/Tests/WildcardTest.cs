using System.Text;
using Compiled.Values;

namespace Compiled.Events.Patterns.Tests;

/// <summary><c>{"wildcard": "dir/*.png"}</c>: a star stands for any characters; a backslash before a star or a backslash takes it literally.</summary>
internal sealed record WildcardTest(IReadOnlyList<string> Parts) : ValueTest
{
    /// <summary>The parts between stars; null, and why, when the text is none.</summary>
    public static WildcardTest? Read(string text, out string? reason)
    {
        reason = null;
        List<string> parts = [];
        StringBuilder part = new();
        for (int i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '*' when i > 0 && text[i - 1] == '*' && part.Length == 0:
                    reason = "Consecutive wildcard characters are not allowed";
                    return null;
                case '*':
                    parts.Add(part.ToString());
                    part.Clear();
                    break;
                case '\\' when i + 1 < text.Length && text[i + 1] is '*' or '\\':
                    part.Append(text[++i]);
                    break;
                case '\\':
                    reason = "Invalid escape character; a backslash stands before '*' or another backslash";
                    return null;
                default:
                    part.Append(text[i]);
                    break;
            }
        }

        parts.Add(part.ToString());
        return new WildcardTest(parts);
    }

    public override bool Fits(in JsonValue value)
    {
        if (!value.IsString)
            return false;
        string text = value.AsString();
        if (Parts.Count == 1)
            return text == Parts[0];
        if (text.Length < Parts[0].Length + Parts[^1].Length || !text.StartsWith(Parts[0], StringComparison.Ordinal) || !text.EndsWith(Parts[^1], StringComparison.Ordinal))
            return false;
        // The first place is the best one for what stands between stars: it leaves the most to the rest.
        int at = Parts[0].Length, end = text.Length - Parts[^1].Length;
        for (int i = 1; i < Parts.Count - 1; i++)
        {
            int found = text.AsSpan(at, end - at).IndexOf(Parts[i], StringComparison.Ordinal);
            if (found < 0)
                return false;
            at += found + Parts[i].Length;
        }

        return true;
    }
}
