using System.Buffers.Binary;
using System.Buffers.Text;
using System.Globalization;
using System.Numerics;

namespace Compiled.Values;

/// <summary>Writes numbers as JSON text: the fewest digits that read back as the same double, laid out as ECMAScript does.</summary>
internal static class NumberFormat
{
    /// <summary>The longest text of a double or a long, in bytes.</summary>
    public const int Longest = 32;

    // Four digits are made and written at once; what is too much of them is overwritten or not counted.
    private const int Few = 4, FewLimit = 10_000;
    private const uint FewZeros = 0x30303030;

    /// <summary>Writes a finite double and gives the number of bytes.</summary>
    /// <param name="value">The number.</param>
    /// <param name="target">Room for <see cref="Longest"/> bytes, also where the text has fewer.</param>
    public static int Write(double value, Span<byte> target)
    {
        double magnitude = Math.Abs(value);
        if (magnitude < 1e9)
        {
            int written = WriteShort(value, magnitude, target);
            if (written > 0)
            {
                return written;
            }
        }

        return WriteLong(value, target);
    }

    /// <summary>Writes a whole number and gives the number of bytes.</summary>
    /// <inheritdoc cref="Write(double, Span{byte})" path="/param"/>
    public static int Write(long value, Span<byte> target)
    {
        if ((ulong)value < 10)
        {
            target[0] = (byte)('0' + value);
            return 1;
        }

        if ((ulong)value < FewLimit)
        {
            uint digits = FewDigits((uint)value);
            int zeros = BitOperations.TrailingZeroCount(digits) / 8;
            BinaryPrimitives.WriteUInt32LittleEndian(target, (digits | FewZeros) >> (8 * zeros));
            return Few - zeros;
        }

        Utf8Formatter.TryFormat(value, target, out int written);
        return written;
    }

    // All decimals of up to 15 digits are different doubles, so one of four decimals that divides back to the value is its text, without the
    // zeros at its end.
    private static int WriteShort(double value, double magnitude, Span<byte> target)
    {
        long whole = double.ConvertToIntegerNative<long>(magnitude);
        uint fraction = 0;
        if (whole != magnitude)
        {
            double digits = Math.Round(magnitude * FewLimit);
            if (digits / FewLimit != magnitude)
            {
                return 0;
            }

            // A quotient of so few decimals has the whole part that the number has: it is too far from the next to be rounded to it.
            fraction = (uint)(double.ConvertToIntegerNative<long>(digits) - whole * FewLimit);
        }

        int at = 0;
        if (double.IsNegative(value))
        {
            target[at++] = (byte)'-';
        }

        at += Write(whole, target[at..]);
        if (fraction == 0)
        {
            return at;
        }

        uint decimals = FewDigits(fraction);
        target[at] = (byte)'.';
        BinaryPrimitives.WriteUInt32LittleEndian(target[(at + 1)..], decimals | FewZeros);
        return at + 1 + Few - BitOperations.LeadingZeroCount(decimals) / 8;
    }

    // The digits of a number below FewLimit, a byte each, the first one lowest: first both halves of two digits, then the two of each.
    private static uint FewDigits(uint value)
    {
        uint high = value / 100, halves = high | (value - high * 100) << 16;
        uint tens = halves * 103 >> 10 & 0x000F000F;
        return tens | (halves - tens * 10) << 8;
    }

    // ECMAScript, Number::toString: plain between 1e-6 and 1e21, else with an exponent.
    private static int WriteLong(double value, Span<byte> target)
    {
        Span<byte> text = stackalloc byte[Longest];
        value.TryFormat(text, out int length, "R", CultureInfo.InvariantCulture);
        Span<byte> digits = stackalloc byte[Longest];
        int count = Digits(text[..length], digits, out int point);
        digits = digits[..count];
        int at = 0;
        if (value < 0)
        {
            target[at++] = (byte)'-';
        }

        if (point is > 21 or <= -6)
        {
            return at + WriteExponent(digits, point - 1, target[at..]);
        }

        if (point <= 0)
        {
            target[at++] = (byte)'0';
            target[at++] = (byte)'.';
            target.Slice(at, -point).Fill((byte)'0');
            digits.CopyTo(target[(at - point)..]);
            return at - point + count;
        }

        digits[..Math.Min(count, point)].CopyTo(target[at..]);
        if (point >= count)
        {
            target.Slice(at + count, point - count).Fill((byte)'0');
            return at + point;
        }

        target[at + point] = (byte)'.';
        digits[point..].CopyTo(target[(at + point + 1)..]);
        return at + count + 1;
    }

    private static int WriteExponent(ReadOnlySpan<byte> digits, int exponent, Span<byte> target)
    {
        int at = 0;
        target[at++] = digits[0];
        if (digits.Length > 1)
        {
            target[at++] = (byte)'.';
            digits[1..].CopyTo(target[at..]);
            at += digits.Length - 1;
        }

        target[at++] = (byte)'e';
        target[at++] = exponent < 0 ? (byte)'-' : (byte)'+';
        return at + Write(Math.Abs(exponent), target[at..]);
    }

    // Takes .NET's shortest text apart: its digits without zeros at either end, and where the point stands before or after them.
    private static int Digits(ReadOnlySpan<byte> text, Span<byte> digits, out int point)
    {
        int exponentAt = text.IndexOf((byte)'E'), exponent = 0;
        if (exponentAt >= 0)
        {
            exponent = int.Parse(text[(exponentAt + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
            text = text[..exponentAt];
        }

        int count = 0;
        point = -1;
        int whole = 0;
        foreach (byte b in text)
        {
            if (b == '.')
            {
                point = whole;
            }
            else if (b != '-')
            {
                whole++;
                digits[count++] = b;
            }
        }

        point = (point < 0 ? whole : point) + exponent;
        int zeros = count - digits[..count].TrimStart((byte)'0').Length;
        digits[zeros..count].CopyTo(digits);
        point -= zeros;
        return digits[..(count - zeros)].TrimEnd((byte)'0').Length;
    }
}
