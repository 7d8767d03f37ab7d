using System.Globalization;
using System.Numerics;
using Compiled.Values;

namespace Compiled.Jsonata;

/// <content>Numbers one by one.</content>
public static partial class JsonataFunctions
{
    private static readonly double[] s_powers = [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10];

    private const int DecimalRadix = 10, MostRadix = 36;

    // No double has more of them.
    private const int MostBinaryDigits = 1024;

    // Doubles from here on are whole and further apart than 1.
    private const double FirstCoarse = 1L << 53;

    /// <summary><c>$number(value)</c>: of a number, a boolean, or a string: JSON's numbers with any leading zeros, <c>0x</c>, <c>0o</c>, <c>0b</c>.</summary>
    /// <exception cref="JsonataException">D3030: the string is no number, or beyond the range of doubles.</exception>
    public static JsonValue Number(JsonValue value)
    {
        switch (value.Kind)
        {
            case JsonKind.Missing:
            case JsonKind.Number:
                return value;
            case JsonKind.True:
                return JsonValue.Number(1L);
            case JsonKind.False:
                return JsonValue.Number(0L);
            case JsonKind.String:
                using (TextChars text = new(value, stackalloc char[TextChars.StackChars]))
                {
                    return TryNumber(text.Chars, out double number) ? JsonValue.Number(number + 0.0) : throw JsonataError.Of("D3030", value: value);
                }

            default:
                throw Arguments.Mismatch("number", 1);
        }
    }

    /// <summary><c>$abs(number)</c>.</summary>
    public static JsonValue Abs(JsonValue number) => Arguments.Number(number, "abs", 1, out double value) ? NumberResult.Of(Math.Abs(value)) : default;

    /// <summary><c>$floor(number)</c>.</summary>
    public static JsonValue Floor(JsonValue number) => Arguments.Number(number, "floor", 1, out double value) ? NumberResult.Of(Math.Floor(value)) : default;

    /// <summary><c>$ceil(number)</c>.</summary>
    public static JsonValue Ceil(JsonValue number) => Arguments.Number(number, "ceil", 1, out double value) ? NumberResult.Of(Math.Ceiling(value)) : default;

    /// <summary><c>$round(number, precision?)</c>: to so many decimal places, a half to the even neighbour; negative places round tens, hundreds and so on.</summary>
    public static JsonValue Round(JsonValue number, JsonValue precision)
    {
        bool hasNumber = Arguments.Number(number, "round", 1, out double value);
        Arguments.Number(precision, "round", 2, out double places);
        return hasNumber ? NumberResult.Of(Rounded(value, (int)Math.Truncate(places))) : default;
    }

    /// <summary><c>$sqrt(number)</c>.</summary>
    /// <exception cref="JsonataException">D3060: the number is negative.</exception>
    public static JsonValue Sqrt(JsonValue number)
    {
        if (!Arguments.Number(number, "sqrt", 1, out double value))
        {
            return default;
        }

        return value < 0 ? throw JsonataError.Of("D3060", value: number) : NumberResult.Of(Math.Sqrt(value));
    }

    /// <summary><c>$power(base, exponent)</c>.</summary>
    /// <exception cref="JsonataException">D3061: the result is no number or beyond the range of doubles.</exception>
    public static JsonValue Power(JsonValue number, JsonValue exponent)
    {
        bool hasNumber = Arguments.Number(number, "power", 1, out double value);
        bool hasExponent = Arguments.Number(exponent, "power", 2, out double times);
        if (!hasNumber)
        {
            return default;
        }

        double result = hasExponent ? Math.Pow(value, times) : double.NaN;
        return double.IsFinite(result) ? NumberResult.Of(result) : throw JsonataError.Of("D3061", value: number, second: exponent);
    }

    /// <summary><c>$formatBase(number, radix?)</c>: the whole number nearest to it with the digits of the radix, 10 unless given.</summary>
    /// <exception cref="JsonataException">D3100: the radix is not from 2 to 36.</exception>
    public static JsonValue FormatBase(JsonValue number, JsonValue radix)
    {
        bool hasNumber = Arguments.Number(number, "formatBase", 1, out double value);
        double digits = Arguments.Number(radix, "formatBase", 2, out double given) ? Rounded(given, 0) : DecimalRadix;
        if (!hasNumber)
        {
            return default;
        }

        if (digits is not (>= 2 and <= MostRadix))
        {
            throw JsonataError.Of("D3100", value: digits);
        }

        value = Rounded(value, 0);
        return JsonValue.String(digits == DecimalRadix ? JsonataText.Of(JsonValue.Number(value), prettify: false) : InRadix(value, (int)digits));
    }

    /// <summary><c>$random()</c>: from 0 inclusive to 1 exclusive.</summary>
    public static JsonValue Random(Evaluation evaluation) => JsonValue.Number(Fraction(evaluation.Random.NextUInt64()));

    /// <summary>Rounds to decimal places as <c>$round</c> does: in decimal, so that 4.525 is the half that it looks like.</summary>
    internal static double Rounded(double number, int places)
    {
        // An input may have 1e400, which has no digits to round.
        if (places == 0 || !double.IsFinite(number))
        {
            return Math.Round(number, MidpointRounding.ToEven);
        }

        if (TryRounded(number, places, out double rounded))
        {
            return rounded;
        }

        // More places than doubles have: there is nothing to round.
        double shifted = Shifted(number, places);
        return double.IsFinite(shifted) ? Shifted(Math.Round(shifted, MidpointRounding.ToEven), -(long)places) : number;
    }

    // Two binary roundings err by less than half a thousandth up to here. So far off the half, that decides nothing; and a whole number divided by
    // a power of ten is rounded once, as its text would be.
    private static bool TryRounded(double number, int places, out double rounded)
    {
        const double MostShifted = 1e12, Unsure = 1e-3;
        rounded = 0;
        if ((uint)places >= (uint)s_powers.Length)
        {
            return false;
        }

        double shifted = number * s_powers[places], whole = Math.Round(shifted, MidpointRounding.ToEven);
        rounded = (whole / s_powers[places]) + 0.0;
        return Math.Abs(shifted) < MostShifted && Math.Abs(Math.Abs(shifted - whole) - 0.5) > Unsure;
    }

    private static double Fraction(ulong bits) => (bits >> 11) * (1.0 / (1UL << 53));

    // The number times a power of ten, without a binary rounding in between: by its text.
    private static double Shifted(double number, long places)
    {
        const int LongestExponent = 24;
        Span<byte> text = stackalloc byte[NumberFormat.Longest + LongestExponent];
        int length = NumberFormat.Write(number, text);
        int exponentAt = text[..length].IndexOf((byte)'e');
        if (exponentAt >= 0)
        {
            places += int.Parse(text[(exponentAt + 1)..length], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
            length = exponentAt;
        }

        text[length++] = (byte)'e';
        places.TryFormat(text[length..], out int written, default, CultureInfo.InvariantCulture);
        return double.Parse(text[..(length + written)], NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    // As JavaScript's toString(radix): digits beyond the precision of a double are zeros.
    private static string InRadix(double value, int radix)
    {
        const int MostDigits = 1100;
        Span<char> digits = stackalloc char[MostDigits];
        int at = MostDigits;
        double rest = Math.Abs(value);
        for (; rest >= FirstCoarse; rest /= radix)
        {
            digits[--at] = '0';
        }

        long whole = (long)rest;
        do
        {
            digits[--at] = "0123456789abcdefghijklmnopqrstuvwxyz"[(int)(whole % radix)];
            whole /= radix;
        }
        while (whole > 0);

        if (value < 0)
        {
            digits[--at] = '-';
        }

        return digits[at..].ToString();
    }

    private static bool TryNumber(ReadOnlySpan<char> text, out double number)
    {
        number = 0;
        if (text.Length > 2 && text[0] == '0' && !char.IsAsciiDigit(text[1]) && text[1] is not ('.' or 'e' or 'E'))
        {
            return TryPrefixed(text[2..], (char)(text[1] | 0x20), out number);
        }

        return IsDecimal(text) && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);
    }

    // -?[0-9]+(\.[0-9]+)?([Ee][-+]?[0-9]+)?
    private static bool IsDecimal(ReadOnlySpan<char> text)
    {
        text = text is ['-', ..] ? text[1..] : text;
        if (!SkipDigits(ref text))
        {
            return false;
        }

        if (text is ['.', ..])
        {
            text = text[1..];
            if (!SkipDigits(ref text))
            {
                return false;
            }
        }

        if (text is ['e' or 'E', ..])
        {
            text = text is [_, '-' or '+', ..] ? text[2..] : text[1..];
            return SkipDigits(ref text) && text.IsEmpty;
        }

        return text.IsEmpty;
    }

    private static bool SkipDigits(ref ReadOnlySpan<char> text)
    {
        int end = text.IndexOfAnyExceptInRange('0', '9');
        int digits = end < 0 ? text.Length : end;
        text = text[digits..];
        return digits > 0;
    }

    private static bool TryPrefixed(ReadOnlySpan<char> digits, char prefix, out double number)
    {
        int radix = prefix switch { 'x' => 16, 'o' => 8, 'b' => 2, _ => 0 };
        BigInteger whole = 0;
        number = 0;
        digits = digits.TrimStart('0') is { IsEmpty: false } significant ? significant : digits[..Math.Min(digits.Length, 1)];
        if (digits.Length > MostBinaryDigits)
        {
            return false;
        }

        foreach (char c in digits)
        {
            int digit = !char.IsAsciiHexDigit(c) ? MostRadix : c <= '9' ? c - '0' : (c | 0x20) - 'a' + DecimalRadix;
            if (digit >= radix)
            {
                return false;
            }

            whole = (whole * radix) + digit;
        }

        // By its decimal text, which is read to the nearest double.
        number = double.Parse(whole.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return double.IsFinite(number);
    }
}
