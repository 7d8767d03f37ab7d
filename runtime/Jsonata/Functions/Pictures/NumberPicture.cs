using System.Globalization;
using System.Text;
using Compiled.Values;

namespace Compiled.Jsonata;

/// <summary>
/// A picture of <c>$formatNumber</c>, analysed: <c>#,##0.00</c>. One that stands in an expression is analysed once and kept by the
/// emitted code.
/// </summary>
/// <remarks><b>Source</b>: XPath and XQuery Functions 3.1, 4.7 (fn:format-number), as jsonata-js implements it.</remarks>
public sealed class NumberPicture
{
    private static readonly PictureCache<NumberPicture> s_cache = new(static picture => new NumberPicture(picture));

    private readonly NumberSymbols _symbols;
    private readonly NumberSubPicture _positive;
    private readonly NumberSubPicture _negative;
    private readonly string? _fault;

    /// <summary>Analyses a picture. That it is none is an error only when it is used.</summary>
    public NumberPicture(string picture)
        : this(picture, NumberSymbols.Default)
    {
    }

    private NumberPicture(string picture, NumberSymbols symbols)
    {
        ArgumentNullException.ThrowIfNull(picture);
        _symbols = symbols;
        string[] halves = Split(picture, symbols.PatternSeparator);
        _positive = new NumberSubPicture(halves.Length == 0 ? "" : halves[0], symbols);
        _negative = halves.Length < 2 ? _positive with { Prefix = symbols.MinusSign + _positive.Prefix } : new NumberSubPicture(halves[1], symbols);
        _fault = halves.Length > 2 ? "D3080" : _positive.Check() ?? (halves.Length < 2 ? null : _negative.Check());
    }

    /// <summary>The picture that came as a value, with the symbols of an object or a missing value.</summary>
    internal static NumberPicture Of(string picture, JsonValue options)
        => options.IsMissing ? s_cache.Get(picture) : new NumberPicture(picture, NumberSymbols.Of(options));

    /// <summary><c>$formatNumber</c> with this picture.</summary>
    /// <exception cref="JsonataException">As <see cref="JsonataFunctions.FormatNumber"/>.</exception>
    public JsonValue FormatNumber(JsonValue number)
        => JsonataFunctions.FiniteNumber(number, "formatNumber", out double value) ? Format(value) : default(JsonValue);

    /// <summary>Formats a finite number.</summary>
    /// <exception cref="JsonataException">D3080 to D3093: the picture is none. D1001: as a percentage the number is beyond the range of doubles.</exception>
    internal string Format(double number)
    {
        if (_fault is not null)
        {
            throw JsonataError.Of(_fault);
        }

        NumberSubPicture picture = number >= 0 ? _positive : _negative;
        double mantissa = Finite(picture.IsPercent ? number * 100 : picture.IsPerMille ? number * 1000 : number, number);
        int exponent = picture.LeastExponent == 0 ? 0 : Scale(ref mantissa, picture.Scaling);
        Finite(mantissa, number);

        StringBuilder text = Digits(mantissa, picture, out int point);
        Group(text, picture, ref point);
        // Bullet 12. Without a point in the picture jsonata-js drops the last character, which is a digit where an exponent asked for one.
        if (!picture.HasPoint || point == text.Length - 1)
        {
            text.Length--;
        }

        if (point < text.Length)
        {
            text.Remove(point, 1).Insert(point, _symbols.DecimalSeparator);
        }

        if (picture.LeastExponent > 0)
        {
            text.Append(_symbols.ExponentSeparator).Append(exponent < 0 ? _symbols.MinusSign : "");
            string digits = Math.Abs(exponent).ToString(CultureInfo.InvariantCulture);
            Pad(text, text.Length, picture.LeastExponent - digits.Length);
            foreach (char digit in digits)
            {
                text.Append(Own(digit));
            }
        }

        return text.Insert(0, picture.Prefix).Append(picture.Suffix).ToString();
    }

    // As String.prototype.split: an empty separator stands between all characters.
    private static string[] Split(string picture, string separator)
        => separator.Length > 0 ? picture.Split(separator) : [.. picture.Select(static c => c.ToString())];

    // Bullet 5: mantissa times ten to the exponent, with as many digits before the point as the picture has.
    private static int Scale(ref double mantissa, int scaling)
    {
        double most = Math.Pow(10, scaling), least = Math.Pow(10, scaling - 1);
        int exponent = 0;
        if (mantissa == 0)
        {
            return 0;
        }

        for (; Math.Abs(mantissa) < least; exponent--)
        {
            mantissa *= 10;
        }

        for (; Math.Abs(mantissa) > most; exponent++)
        {
            mantissa /= 10;
        }

        return exponent;
    }

    // Bullets 6 to 9: the digits with a point, whatever the symbol for it is, which comes last.
    private StringBuilder Digits(double mantissa, NumberSubPicture picture, out int point)
    {
        string plain = Fixed(mantissa, Pictures.Padding(picture.MostFraction));
        if (picture.MostFraction > 0)
        {
            plain = plain.TrimEnd('0');
        }
        else
        {
            plain += ".";
        }

        var text = new StringBuilder();
        foreach (char digit in plain.AsSpan().TrimStart('0'))
        {
            text.Append(Own(digit));
        }

        point = plain.TrimStart('0').IndexOf('.');
        Pad(text, text.Length, picture.LeastFraction - (text.Length - point - 1));
        int zeros = picture.LeastWhole - point;
        Pad(text, 0, zeros);
        point += Math.Max(zeros, 0);
        return text;
    }

    // Rounds as $round does and writes the magnitude with all its decimals, those of the binary number beyond the 15 digits that count.
    private static string Fixed(double number, int places)
    {
        string format = places == 2 ? "F2" : "F" + places.ToString(CultureInfo.InvariantCulture);
        double magnitude = Math.Abs(number);

        // Where the number is one of at most 15 decimal digits, and so is the result, decimal arithmetic gives the same in a fraction of the time.
        if (magnitude < 1e6 && places <= 9 && (decimal)magnitude is var exact && (double)exact == magnitude)
        {
            return decimal.Round(exact, places, MidpointRounding.ToEven).ToString(format, CultureInfo.InvariantCulture);
        }

        return Math.Abs(JsonataFunctions.Rounded(number, places)).ToString(format, CultureInfo.InvariantCulture);
    }

    // Bullets 10 and 11. As in jsonata-js a group of the fraction does not count the separators before it.
    private void Group(StringBuilder text, NumberSubPicture picture, ref int point)
    {
        string separator = _symbols.GroupingSeparator;
        if (picture.RegularGroup > 0)
        {
            int count = (point - 1) / picture.RegularGroup;
            for (int group = 1; group <= count; group++)
            {
                text.Insert(point - (group * picture.RegularGroup), separator);
            }

            point += Math.Max(count, 0) * separator.Length;
        }
        else
        {
            // JavaScript's slice counts a negative place from the end; jsonata-js takes each separator to stand before the point.
            int assumed = point;
            foreach (int places in picture.WholeGroups)
            {
                int at = assumed - places < 0 ? Math.Max(0, text.Length + assumed - places) : assumed - places;
                text.Insert(at, separator);
                point += at <= point ? separator.Length : 0;
                assumed++;
            }
        }

        foreach (int places in picture.FractionGroups)
        {
            text.Insert(Math.Min(places + point + 1, text.Length), separator);
        }
    }

    private void Pad(StringBuilder text, int at, int count)
    {
        if (count > 0)
        {
            text.Insert(at, new string(Own('0'), Pictures.Padding(count)));
        }
    }

    private char Own(char digit) => digit == '.' ? digit : (char)(_symbols.ZeroDigit[0] + (digit - '0'));

    private static double Finite(double value, double given) => double.IsFinite(value) ? value : throw JsonataError.Of("D1001", value: JsonValue.Number(given));
}
