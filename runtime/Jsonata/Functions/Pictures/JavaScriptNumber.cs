using System.Globalization;

namespace Compiled.Jsonata;

/// <summary>Reads numbers as JavaScript's parseInt does.</summary>
internal static class JavaScriptNumber
{
    /// <summary>The whole number that a text begins with, after blanks and a sign; NaN if there is none.</summary>
    public static double ParseInt(ReadOnlySpan<char> text)
    {
        text = text.TrimStart(" \t\n\v\f\r\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF");
        bool isNegative = text.StartsWith('-');
        if (isNegative || text.StartsWith('+'))
        {
            text = text[1..];
        }

        double value = text.StartsWith("0x", StringComparison.OrdinalIgnoreCase) ? Hexadecimal(text[2..]) : Decimal(text);
        return isNegative ? -value : value;
    }

    private static double Decimal(ReadOnlySpan<char> text)
    {
        int end = text.IndexOfAnyExceptInRange('0', '9');
        ReadOnlySpan<char> digits = end < 0 ? text : text[..end];
        return digits.IsEmpty ? double.NaN : double.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
    }

    private static double Hexadecimal(ReadOnlySpan<char> text)
    {
        double value = double.NaN;
        foreach (char c in text)
        {
            if (!char.IsAsciiHexDigit(c))
            {
                break;
            }

            value = ((double.IsNaN(value) ? 0 : value) * 16) + Convert.ToInt32(c.ToString(), 16);
        }

        return value;
    }
}
