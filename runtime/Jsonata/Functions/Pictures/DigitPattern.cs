using System.Globalization;
using System.Text;
using Compiled.Values;

namespace Compiled.Jsonata;

/// <summary>A decimal-digit-pattern: how many digits at least, of which family, and the separators between them.</summary>
/// <param name="Zero">The family's zero.</param>
/// <param name="Mandatory">How many digits there are at least.</param>
/// <param name="Optional">How many optional places the picture has.</param>
/// <param name="Separators">Separators and how many places stand to the right of each, from the right to the left.</param>
/// <param name="Regular">The width of all groups if they and their separators are alike; 0 otherwise.</param>
internal sealed record DigitPattern(int Zero, int Mandatory, int Optional, (int Places, string Separator)[] Separators, int Regular)
{
    // The decimal digit families of the basic plane that jsonata-js knows, by their zeros.
    private static readonly int[] s_zeros =
    [
        0x30, 0x660, 0x6F0, 0x7C0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66, 0xDE6, 0xE50, 0xED0, 0xF20, 0x1040, 0x1090,
        0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90, 0x1B50, 0x1BB0, 0x1C40, 0x1C50, 0xA620, 0xA8D0, 0xA900, 0xA9D0, 0xA9F0, 0xAA50, 0xABF0, 0xFF10,
    ];

    /// <summary>The pattern, or null where the picture has no digit, or, with a fault, digits of two families.</summary>
    public static DigitPattern? Of(string picture, out PictureFault? fault)
    {
        fault = null;
        int zero = -1, mandatory = 0, optional = 0;
        var separators = new List<(int Places, string Separator)>();
        Rune[] runes = [.. picture.EnumerateRunes()];
        for (int i = runes.Length - 1; i >= 0; i--)
        {
            int family = Array.FindIndex(s_zeros, start => runes[i].Value >= start && runes[i].Value <= start + 9);
            if (family >= 0)
            {
                if (zero >= 0 && s_zeros[family] != zero)
                {
                    fault = new PictureFault("D3131");
                    return null;
                }

                zero = s_zeros[family];
                mandatory++;
            }
            else if (runes[i].Value == '#')
            {
                optional++;
            }
            else
            {
                separators.Add((mandatory + optional, runes[i].ToString()));
            }
        }

        return mandatory == 0 ? null : new DigitPattern(zero, mandatory, optional, [.. separators], RegularWidth(separators));
    }

    /// <summary>The digits of a whole number that is not negative.</summary>
    public StringBuilder Format(double value)
    {
        Span<byte> digits = stackalloc byte[NumberFormat.Longest];
        int length = NumberFormat.Write(value + 0.0, digits);
        var text = new StringBuilder();
        text.Append((char)Zero, Pictures.Padding(Math.Max(0, Mandatory - length)));
        foreach (byte digit in digits[..length])
        {
            text.Append((char)(Zero + digit - '0'));
        }

        if (Regular > 0)
        {
            // From the left, so that places counted from the right end stay right.
            for (int group = (text.Length - 1) / Regular; group > 0; group--)
            {
                text.Insert(text.Length - (group * Regular), Separators[0].Separator);
            }

            return text;
        }

        foreach ((int places, string separator) in Separators.Reverse())
        {
            Insert(text, text.Length - places, separator);
        }

        return text;
    }

    /// <summary>The whole number that a text spells; NaN if it begins with no digit.</summary>
    public double Parse(string text, bool isOrdinal)
    {
        string digits = isOrdinal ? text[..Math.Max(0, text.Length - 2)] : text;
        if (Regular > 0)
        {
            digits = digits.Replace(",", "", StringComparison.Ordinal);
        }
        else
        {
            foreach ((_, string separator) in Separators)
            {
                digits = digits.Replace(separator, "", StringComparison.Ordinal);
            }
        }

        return JavaScriptNumber.ParseInt(Zero == '0' ? digits : string.Create(digits.Length, (digits, Zero), static (chars, state) =>
        {
            for (int i = 0; i < chars.Length; i++)
            {
                chars[i] = (char)(state.digits[i] - state.Zero + '0');
            }
        }));
    }

    // JavaScript's substr: a negative start counts from the end, and nothing stands before it.
    private static void Insert(StringBuilder text, int at, string separator)
    {
        if (at < 0)
        {
            text.Remove(0, Math.Max(0, text.Length + at));
            at = 0;
        }

        text.Insert(at, separator);
    }

    private static int RegularWidth(List<(int Places, string Separator)> separators)
    {
        if (separators.Count == 0 || separators.Exists(other => other.Separator != separators[0].Separator))
        {
            return 0;
        }

        int width = separators.Select(static separator => separator.Places).Aggregate(Pictures.GreatestDivisor);
        for (int i = 1; i <= separators.Count; i++)
        {
            if (!separators.Exists(separator => separator.Places == i * width))
            {
                return 0;
            }
        }

        return width;
    }
}
