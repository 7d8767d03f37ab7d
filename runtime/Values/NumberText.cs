using System.Buffers.Text;
using System.Globalization;

namespace Compiled.Values;

/// <summary>Reads the text of JSON numbers that have been checked by <see cref="Tokenizer"/>.</summary>
internal static class NumberText
{
    // 15 digits fit a double exactly, as do the powers of ten below, so that one division rounds once, as a full parser would.
    private const long FifteenDigits = 1_000_000_000_000_000;
    private const int LongestQuickText = 17;

    public static ReadOnlySpan<double> PowersOfTen =>
        [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17];

    /// <summary>The nearest double; beyond the range of doubles an infinity.</summary>
    public static double ToDouble(ReadOnlySpan<byte> text)
    {
        if (text.Length == 1)
        {
            return text[0] - '0';
        }

        if (text.Length <= LongestQuickText)
        {
            bool negative = text[0] == '-';
            long digits = 0;
            int point = -1, i = negative ? 1 : 0;
            for (; i < text.Length; i++)
            {
                uint digit = (uint)text[i] - '0';
                if (digit <= 9)
                {
                    digits = digits * 10 + digit;
                }
                else if (text[i] == '.')
                {
                    point = i;
                }
                else
                {
                    break;
                }
            }

            if (i == text.Length && digits < FifteenDigits)
            {
                double value = point < 0 ? digits : digits / PowersOfTen[i - 1 - point];
                return negative ? -value : value;
            }
        }

        return double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    /// <summary>The value of a text of digits only, if it fits.</summary>
    public static bool TryReadInteger(ReadOnlySpan<byte> text, out long value)
    {
        // Up to 18 digits fit whatever they are.
        if (text.Length is 0 or > 18)
        {
            return Utf8Parser.TryParse(text, out value, out int used) && used == text.Length;
        }

        bool negative = text[0] == '-';
        value = 0;
        for (int i = negative ? 1 : 0; i < text.Length; i++)
        {
            uint digit = (uint)text[i] - '0';
            if (digit > 9)
            {
                return false;
            }

            value = value * 10 + digit;
        }

        if (negative)
        {
            value = -value;
        }

        return true;
    }

    /// <summary>The exact value of any number's text if it is whole and fits, so also of <c>1.0</c> and <c>1e2</c>.</summary>
    public static bool TryReadWhole(ReadOnlySpan<byte> text, out long value)
    {
        value = 0;
        bool negative = text[0] == '-';
        int exponentAt = text.IndexOfAny((byte)'e', (byte)'E');
        ReadOnlySpan<byte> mantissa = text[(negative ? 1 : 0)..(exponentAt < 0 ? text.Length : exponentAt)];
        int point = mantissa.IndexOf((byte)'.');
        ReadOnlySpan<byte> whole = point < 0 ? mantissa : mantissa[..point];
        ReadOnlySpan<byte> fraction = point < 0 ? default : mantissa[(point + 1)..].TrimEnd((byte)'0');
        if (fraction.IsEmpty && whole is [(byte)'0'])
        {
            return true;
        }

        // The value is the digits of both parts times ten to the power of shift.
        long shift = (exponentAt < 0 ? 0 : ReadExponent(text[(exponentAt + 1)..])) - fraction.Length;
        UInt128 magnitude = 0;
        if (!AppendDigits(whole, fraction.IsEmpty && shift < 0, ref magnitude, ref shift) || !AppendDigits(fraction, false, ref magnitude, ref shift) || shift < 0)
        {
            return false;
        }

        for (; shift > 0 && magnitude <= long.MaxValue; shift--)
        {
            magnitude *= 10;
        }

        if (magnitude > (ulong)long.MaxValue + (negative ? 1u : 0u))
        {
            return false;
        }

        value = negative ? unchecked(-(long)(ulong)magnitude) : (long)(ulong)magnitude;
        return true;
    }

    // With a negative shift the zeros at the end of the last part are dropped, each against one step of the shift.
    private static bool AppendDigits(ReadOnlySpan<byte> digits, bool trim, ref UInt128 magnitude, ref long shift)
    {
        if (trim)
        {
            int zeros = digits.Length - digits.TrimEnd((byte)'0').Length;
            int dropped = (int)Math.Min(zeros, -shift);
            digits = digits[..^dropped];
            shift += dropped;
        }

        foreach (byte digit in digits)
        {
            magnitude = magnitude * 10 + (uint)(digit - '0');
            if (magnitude > (UInt128)long.MaxValue + 1)
            {
                return false;
            }
        }

        return true;
    }

    // Clamped far beyond the length of any text, which would have to make up for it with digits.
    private static long ReadExponent(ReadOnlySpan<byte> text)
    {
        bool negative = text[0] == '-';
        long exponent = 0;
        foreach (byte digit in text[(text[0] is (byte)'-' or (byte)'+' ? 1 : 0)..])
        {
            exponent = Math.Min(exponent * 10 + (digit - '0'), 1L << 40);
        }

        return negative ? -exponent : exponent;
    }
}
