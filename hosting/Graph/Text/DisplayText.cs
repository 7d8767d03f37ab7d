using System.Text;

namespace Compiled.Graph.Text;

/// <summary>A text as it can be drawn: on one line, without control characters and lone surrogates.</summary>
internal static class DisplayText
{
    /// <summary>The text with white space as spaces and what cannot be drawn as U+FFFD. Every character of the result is allowed in XML 1.0.</summary>
    public static string Of(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                result.Append(' ');
            }
            else
            {
                // EnumerateRunes gives U+FFFD for a lone surrogate already.
                result.Append((Rune.IsControl(rune) || rune.Value is 0xFFFE or 0xFFFF ? Rune.ReplacementChar : rune).ToString());
            }
        }

        return result.ToString();
    }
}
