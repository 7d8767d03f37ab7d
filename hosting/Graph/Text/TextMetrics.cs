using System.Globalization;
using System.Text;

namespace Compiled.Graph.Text;

/// <summary>
/// How wide a text is drawn, estimated by class of character. The reader's font is not known, so the figures are those of a wide
/// one (Verdana, DejaVu Sans): in a narrower font a text leaves room, in none of the usual ones does it leave its box.
/// </summary>
internal static class TextMetrics
{
    private const double BoldFactor = 1.1;

    /// <summary>The width in pixels at the given font size.</summary>
    public static double Width(string text, double fontSize, bool bold = false)
    {
        double ems = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            ems += Ems(rune);
        }

        return ems * fontSize * (bold ? BoldFactor : 1);
    }

    private static double Ems(Rune rune) => rune.Value switch
    {
        ' ' => 0.34,
        'i' or 'j' or 'l' or '\'' or '|' or 'I' or '.' or ',' or ':' or ';' or '!' => 0.36,
        'f' or 't' or 'r' or '(' or ')' or '[' or ']' or '/' or '\\' or '-' or '"' or '`' => 0.43,
        'm' or 'w' or 'M' or 'W' or '%' or '@' or '&' => 1.0,
        '<' or '>' or '=' or '+' or '~' or '^' or '#' => 0.84,
        '_' => 0.52,
        'c' or 's' or 'z' or 'k' or 'v' or 'x' or 'y' => 0.6,
        >= 'a' and <= 'z' or >= '0' and <= '9' or '$' or '*' or '?' => 0.65,
        >= 'A' and <= 'Z' => 0.76,
        < 0x300 => 0.72,
        < 0x1100 => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark ? 0 : 0.78,
        0x2026 => 1.0,
        >= 0x200B and <= 0x200F or 0x2060 or 0xFEFF or >= 0xFE00 and <= 0xFE0F => 0,
        _ => IsWide(rune.Value) ? 1.4 : 1.05,
    };

    // Emoji and other pictures are drawn wider than an em by most fonts.
    private static bool IsWide(int codePoint) => codePoint >= 0x1F000;
}
