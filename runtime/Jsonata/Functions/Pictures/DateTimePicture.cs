using System.Text;
using Compiled.Values;

namespace Compiled.Jsonata;

/// <summary>
/// A picture of <c>$fromMillis</c>, <c>$toMillis</c> and <c>$now</c>, analysed: <c>[D1o] [MNn] [Y]</c>. One that stands in an expression
/// is analysed once and kept by the emitted code.
/// </summary>
/// <remarks><b>Source</b>: XPath and XQuery Functions 3.1, 9.8 (fn:format-dateTime), as jsonata-js implements and extends it.</remarks>
public sealed class DateTimePicture
{
    private static readonly PictureCache<DateTimePicture> s_cache = new(static picture => new DateTimePicture(picture));

    private readonly DateTimePart[] _parts;
    private readonly PictureFault? _fault;
    private DateTimeParser? _parser;

    /// <summary>Analyses a picture. That it is none is an error only when it is used.</summary>
    public DateTimePicture(string picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        _parts = new DateTimePictureReader(picture).Read(out _fault);
    }

    /// <summary>ISO 8601, what is written without a picture.</summary>
    internal static DateTimePicture Iso { get; } = new("[Y0001]-[M01]-[D01]T[H01]:[m01]:[s01].[f001][Z01:01t]");

    internal static DateTimePicture Of(string picture) => s_cache.Get(picture);

    /// <summary><c>$fromMillis</c> with this picture.</summary>
    /// <exception cref="JsonataException">As <see cref="JsonataFunctions.FromMillis"/>.</exception>
    public JsonValue FromMillis(JsonValue milliseconds, JsonValue timezone)
    {
        bool isThere = JsonataFunctions.FiniteNumber(milliseconds, "fromMillis", out double millis);
        Arguments.String(timezone, "fromMillis", 3);
        return isThere ? JsonataFunctions.Format(millis, this, timezone, "fromMillis", 3) : default;
    }

    /// <summary><c>$now</c> with this picture.</summary>
    /// <exception cref="JsonataException">As <see cref="JsonataFunctions.Now"/>.</exception>
    public JsonValue Now(JsonValue timezone, Evaluation evaluation)
    {
        Arguments.String(timezone, "now", 2);
        return JsonataFunctions.Format(evaluation.Now.ToUnixTimeMilliseconds(), this, timezone, "now", 2);
    }

    /// <summary><c>$toMillis</c> with this picture.</summary>
    /// <exception cref="JsonataException">As <see cref="JsonataFunctions.ToMillis"/>.</exception>
    public JsonValue ToMillis(JsonValue timestamp, Evaluation evaluation)
    {
        Arguments.String(timestamp, "toMillis", 1);
        return timestamp.IsMissing
            ? default
            : JsonataFunctions.NumberOrNothing(Parse(timestamp.AsString(), new CivilTime(evaluation.Now.ToUnixTimeMilliseconds())));
    }

    /// <summary>Formats a time, which is within the range of JavaScript's dates, and its offset from UTC, which is in the time already.</summary>
    /// <exception cref="JsonataException">D3130 to D3135: the picture is none.</exception>
    internal string Format(in CivilTime time, TimeOffset offset)
    {
        if (_fault is not null)
        {
            throw _fault.ToException();
        }

        var text = new StringBuilder();
        foreach (DateTimePart part in _parts)
        {
            text.Append(part.Literal ?? Component(part, time, offset));
        }

        return text.ToString();
    }

    /// <summary>Reads a time; NaN if the text does not fit, or says nothing about a time.</summary>
    /// <exception cref="JsonataException">D3130 to D3136: the picture is none, or lacks parts between others.</exception>
    internal double Parse(string text, in CivilTime now)
    {
        if (_fault is not null)
        {
            throw _fault.ToException();
        }

        return (_parser ??= new DateTimeParser(_parts)).Parse(text, now);
    }

    private static string Component(DateTimePart part, in CivilTime time, TimeOffset offset)
    {
        switch (part.Component)
        {
            case 'Z' or 'z':
                return offset.Format(part);
            case 'P':
                string half = time.Hour >= 12 ? "pm" : "am";
                return part.Names == LetterCase.Upper ? half.ToUpperInvariant() : half;
            case 'C' or 'E':
                return "ISO";
        }

        double value = DateTimeFields.Value(time, part.Component);
        if (part.Names is not null)
        {
            return Name(part, (int)value);
        }

        return part.Integer!.Format(part.YearDigits < 0 ? value : value % Math.Pow(10, part.YearDigits));
    }

    private static string Name(DateTimePart part, int value)
    {
        string name = part.Component switch
        {
            'M' or 'x' => DateTimeFields.Months[value - 1],
            'F' => DateTimeFields.Days[value - 1],
            _ => throw JsonataError.Of("D3133", value: part.Component.ToString()),
        };
        name = part.Names switch
        {
            LetterCase.Upper => name.ToUpperInvariant(),
            LetterCase.Lower => name.ToLowerInvariant(),
            _ => name,
        };
        return part.MostWidth is { } most && name.Length > most ? name[..most] : name;
    }
}
