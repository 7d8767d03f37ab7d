using System.Text;
using Compiled.Values;

namespace Compiled.Jsonata;

/// <summary>
/// A picture of <c>$formatInteger</c> and <c>$parseInteger</c>, analysed: <c>#,##0</c>, <c>w;o</c>, <c>I</c>. One that stands in an
/// expression is analysed once and kept by the emitted code.
/// </summary>
/// <remarks><b>Source</b>: XPath and XQuery Functions 3.1, 4.6 (fn:format-integer), as jsonata-js implements it.</remarks>
public sealed record IntegerPicture
{
    // Roman numerals grow with the number; jsonata-js's stack ends there.
    private const double MostRoman = 10_000_000;

    private static readonly PictureCache<IntegerPicture> s_cache = new(static picture => new IntegerPicture(picture));

    private readonly PictureFault? _fault;

    /// <summary>Analyses a picture. That it is none is an error only when it is used.</summary>
    public IntegerPicture(string picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        int semicolon = picture.LastIndexOf(';');
        string primary = semicolon < 0 ? picture : picture[..semicolon];
        IsOrdinal = semicolon >= 0 && semicolon + 1 < picture.Length && picture[semicolon + 1] == 'o';
        (Kind, Case) = primary switch
        {
            "A" => (IntegerKind.Letters, LetterCase.Upper),
            "a" => (IntegerKind.Letters, LetterCase.Lower),
            "I" => (IntegerKind.Roman, LetterCase.Upper),
            "i" => (IntegerKind.Roman, LetterCase.Lower),
            "W" => (IntegerKind.Words, LetterCase.Upper),
            "w" => (IntegerKind.Words, LetterCase.Lower),
            "Ww" => (IntegerKind.Words, LetterCase.Title),
            _ => (IntegerKind.Decimal, LetterCase.Lower),
        };
        if (Kind == IntegerKind.Decimal)
        {
            Digits = DigitPattern.Of(primary, out _fault);
            Kind = Digits is null && _fault is null ? IntegerKind.Sequence : Kind;
            Sequence = primary;
        }
    }

    internal IntegerKind Kind { get; }

    internal LetterCase Case { get; }

    internal bool IsOrdinal { get; }

    /// <summary>The digits and separators of a decimal picture; null for others.</summary>
    internal DigitPattern? Digits { get; init; }

    /// <summary>How many digits are parsed where another number follows at once; 0 for as many as there are.</summary>
    internal int ParseWidth { get; init; }

    /// <summary>What is written in place of a known picture.</summary>
    internal string Sequence { get; } = "";

    /// <summary>Why the picture is none; null if it is one.</summary>
    internal PictureFault? Fault => _fault;

    internal static IntegerPicture Of(string picture) => s_cache.Get(picture);

    /// <summary><c>$formatInteger</c> with this picture.</summary>
    /// <exception cref="JsonataException">As <see cref="JsonataFunctions.FormatInteger"/>.</exception>
    public JsonValue FormatInteger(JsonValue number)
        => JsonataFunctions.FiniteNumber(number, "formatInteger", out double value) ? Format(value) : default(JsonValue);

    /// <summary><c>$parseInteger</c> with this picture.</summary>
    /// <exception cref="JsonataException">As <see cref="JsonataFunctions.ParseInteger"/>.</exception>
    public JsonValue ParseInteger(JsonValue text)
    {
        Arguments.String(text, "parseInteger", 1);
        return text.IsMissing ? default : JsonataFunctions.NumberOrNothing(Parse(text.AsString()));
    }

    /// <summary>Formats the largest whole number that is not above a finite number.</summary>
    /// <exception cref="JsonataException">D3130, D3131: the picture is none. U1001: the text would be beyond all measure.</exception>
    internal string Format(double number)
    {
        if (_fault is not null)
        {
            throw _fault.ToException();
        }

        double value = Math.Floor(number);
        string text = Magnitude(Math.Abs(value));
        return value < 0 ? "-" + text : text;
    }

    /// <summary>Reads a whole number; NaN where the text does not fit the picture.</summary>
    /// <exception cref="JsonataException">D3130, D3131: the picture is none.</exception>
    internal double Parse(string text)
    {
        if (_fault is not null)
        {
            throw _fault.ToException();
        }

        return Kind switch
        {
            IntegerKind.Letters => IntegerNumerals.ParseLetters(text, Case == LetterCase.Upper ? 'A' : 'a'),
            IntegerKind.Roman => IntegerNumerals.ParseRoman(Case == LetterCase.Upper ? text : text.ToUpperInvariant()),
            IntegerKind.Words => IntegerWords.Parse(text.ToLowerInvariant()),
            IntegerKind.Decimal => Digits!.Parse(text, IsOrdinal),
            _ => throw Unknown(),
        };
    }

    /// <summary>The error of a numbering sequence.</summary>
    internal JsonataException Unknown() => JsonataError.Of("D3130", value: JsonValue.String(Sequence));

    private string Magnitude(double value)
    {
        switch (Kind)
        {
            case IntegerKind.Letters:
                return IntegerNumerals.Letters(value, Case == LetterCase.Upper ? 'A' : 'a');
            case IntegerKind.Roman:
                string roman = value <= MostRoman ? IntegerNumerals.Roman(value) : throw JsonataError.TooDeep();
                return Case == LetterCase.Upper ? roman.ToUpperInvariant() : roman;
            case IntegerKind.Words:
                string words = IntegerWords.Of(value, IsOrdinal);
                return Case switch
                {
                    LetterCase.Upper => words.ToUpperInvariant(),
                    LetterCase.Lower => words.ToLowerInvariant(),
                    _ => words,
                };
            case IntegerKind.Decimal:
                StringBuilder text = Digits!.Format(value);
                return IsOrdinal ? text.Append(Suffix(text)).ToString() : text.ToString();
            default:
                throw Unknown();
        }
    }

    private static string Suffix(StringBuilder digits)
    {
        bool isTeen = digits.Length > 1 && digits[^2] == '1';
        return digits[^1] switch
        {
            '1' when !isTeen => "st",
            '2' when !isTeen => "nd",
            '3' when !isTeen => "rd",
            _ => "th",
        };
    }
}
