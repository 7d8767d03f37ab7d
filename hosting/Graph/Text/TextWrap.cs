using System.Globalization;

namespace Compiled.Graph.Text;

/// <summary>Breaks a text into lines: at spaces, after <c>- _ . / : ,</c>, and before a capital that follows a small letter.</summary>
internal static class TextWrap
{
    /// <summary>
    /// The text in lines no wider than <paramref name="maxWidth"/>, where its break points allow it; a piece without a break point is
    /// never cut, so a line may be wider. Lines are made about equally long. Always at least one line.
    /// </summary>
    public static IReadOnlyList<string> Wrap(string text, double maxWidth, double fontSize, bool bold = false)
    {
        double whole = TextMetrics.Width(text, fontSize, bold);
        if (whole <= maxWidth)
        {
            return [text];
        }

        List<string> pieces = Pieces(text);
        List<string> lines = Fill(pieces, maxWidth, fontSize, bold);
        // A last line of one short word looks like a slip: with the same number of lines, narrower ones read better.
        for (double width = whole / lines.Count; width < maxWidth; width += fontSize / 2)
        {
            List<string> even = Fill(pieces, width, fontSize, bold);
            if (even.Count <= lines.Count && even.TrueForAll(line => TextMetrics.Width(line, fontSize, bold) <= maxWidth))
            {
                return even;
            }
        }

        return lines;
    }

    /// <summary>As <see cref="Wrap"/>, but at most <paramref name="maxLines"/> lines, each cut to <paramref name="maxWidth"/> with <c>…</c>.</summary>
    public static IReadOnlyList<string> Clip(string text, double maxWidth, int maxLines, double fontSize)
    {
        List<string> lines = [.. Wrap(text, maxWidth, fontSize)];
        if (lines.Count > maxLines)
        {
            lines = Fill(Pieces(text), maxWidth, fontSize, bold: false);
            lines[maxLines - 1] += "…";
            lines.RemoveRange(maxLines, lines.Count - maxLines);
        }

        for (int i = 0; i < lines.Count; i++)
        {
            lines[i] = Cut(lines[i], maxWidth, fontSize);
        }

        return lines;
    }

    private static string Cut(string line, double maxWidth, double fontSize)
    {
        if (TextMetrics.Width(line, fontSize) <= maxWidth)
        {
            return line;
        }

        int[] elements = StringInfo.ParseCombiningCharacters(line);
        for (int i = elements.Length - 1; i > 0; i--)
        {
            string shorter = line[..elements[i]].TrimEnd() + "…";
            if (TextMetrics.Width(shorter, fontSize) <= maxWidth)
            {
                return shorter;
            }
        }

        return "…";
    }

    private static List<string> Fill(List<string> pieces, double maxWidth, double fontSize, bool bold)
    {
        var lines = new List<string>();
        string line = "";
        foreach (string piece in pieces)
        {
            if (line.Length > 0 && TextMetrics.Width((line + piece).TrimEnd(), fontSize, bold) > maxWidth)
            {
                lines.Add(line.TrimEnd());
                line = piece.TrimStart();
            }
            else
            {
                line += piece;
            }
        }

        lines.Add(line.TrimEnd());
        return lines;
    }

    // Every piece keeps the space or sign that ends it, so that the pieces put together are the text.
    private static List<string> Pieces(string text)
    {
        var pieces = new List<string>();
        int start = 0;
        for (int i = 1; i < text.Length; i++)
        {
            // A path's '$.' alone at the end of a line would look like the end of a sentence.
            if (IsBreak(text[i - 1], text[i]) && !(text[i - 1] == '.' && i > 1 && text[i - 2] == '$'))
            {
                pieces.Add(text[start..i]);
                start = i;
            }
        }

        pieces.Add(text[start..]);
        return pieces;
    }

    private static bool IsBreak(char before, char after)
    {
        if (char.IsWhiteSpace(before))
        {
            return !char.IsWhiteSpace(after);
        }

        return (before is '-' or '_' or '.' or '/' or ':' or ',' && !char.IsWhiteSpace(after) && !char.IsPunctuation(after))
            || (char.IsLower(before) && char.IsUpper(after))
            || (before >= 0x2E80 && !char.IsSurrogate(before) && !char.IsSurrogate(after));
    }
}
