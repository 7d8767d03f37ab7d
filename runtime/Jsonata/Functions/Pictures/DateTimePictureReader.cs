using Compiled.Language.Vocabulary;

namespace Compiled.Jsonata;

/// <summary>Takes the picture of a date-time apart: XPath and XQuery Functions 3.1, 9.8.4, as jsonata-js does it.</summary>
internal sealed class DateTimePictureReader(string picture)
{
    private readonly List<DateTimePart> _parts = [];
    private PictureFault? _fault;

    /// <summary>The parts, or the first fault.</summary>
    public DateTimePart[] Read(out PictureFault? fault)
    {
        int start = 0, at = 0;
        while (at < picture.Length && _fault is null)
        {
            if (picture[at] != '[')
            {
                at++;
                continue;
            }

            AddLiteral(start, at);
            if (at + 1 < picture.Length && picture[at + 1] == '[')
            {
                _parts.Add(new DateTimePart { Literal = "[" });
                start = at += 2;
                continue;
            }

            int end = picture.IndexOf(']', at);
            if (end < 0)
                _fault = new PictureFault("D3135");
            else
                AddMarker(string.Concat(picture[(at + 1)..end].Where(static c => !RegexCharSet.Spaces.Contains(c))));
            start = at = end + 1;
        }

        if (_fault is null)
            AddLiteral(start, at);
        fault = _fault;
        return [.. _parts];
    }

    private void AddLiteral(int start, int end)
    {
        if (end > start)
            _parts.Add(new DateTimePart { Literal = picture[start..end].Replace("]]", "]", StringComparison.Ordinal) });
    }

    private void AddMarker(string marker)
    {
        char component = marker.Length > 0 ? marker[0] : '\0';
        string? standard = Standard(component);
        if (standard is null)
        {
            _fault = new PictureFault("D3132", marker.Length > 0 ? marker[..1] : "");
            return;
        }

        int comma = marker.LastIndexOf(',');
        string presentation = comma > 0 ? marker[1..comma] : marker[1..];
        (int? least, int? most) = comma > 0 ? Width(marker[(comma + 1)..]) : default;
        char second = '\0';
        if (presentation.Length == 0)
        {
            presentation = standard;
        }
        else if (presentation.Length > 1 && presentation[^1] is 'a' or 't' or 'c' or 'o')
        {
            second = presentation[^1];
            presentation = presentation[..^1];
        }

        var part = new DateTimePart { Component = component, Names = Names(presentation), MostWidth = most, HasZulu = second == 't' };
        if (component is 'Z' or 'z')
            part = part with { Integer = new IntegerPicture(presentation) };
        else if (part.Names is null && DateTimeFields.Integers.Contains(component))
            part = Number(part, new IntegerPicture(second == '\0' ? presentation : presentation + ";" + second), least);
        _fault = part.Integer?.Fault;
        _parts.Add(part);
    }

    private DateTimePart Number(DateTimePart part, IntegerPicture integer, int? least)
    {
        int digits = integer.Digits?.Mandatory ?? 0, year = -1;
        // Words and letters have no digits that a least width could add to.
        if (integer.Digits is not null && least > digits)
            digits = least.Value;
        if (part.Component == 'Y')
        {
            if (part.MostWidth is { } most)
                year = digits = most;
            else if (digits + (integer.Digits?.Optional ?? 0) is >= 2 and var width)
                year = width;
        }

        // Two numbers without text between them: the first one is parsed with a width that is known.
        if (_parts is [.., { Integer: { } before } last])
            _parts[^1] = last with { Integer = before with { ParseWidth = before.Digits?.Mandatory ?? 0 } };
        return part with { Integer = integer with { Digits = integer.Digits is { } pattern ? pattern with { Mandatory = digits } : null }, YearDigits = year };
    }

    private static LetterCase? Names(string presentation) => presentation[0] switch
    {
        'n' => LetterCase.Lower,
        'N' => presentation.Length > 1 && presentation[1] == 'n' ? LetterCase.Title : LetterCase.Upper,
        _ => null,
    };

    private static (int? Least, int? Most) Width(string text)
    {
        int dash = text.IndexOf('-');
        return dash < 0 ? (Number(text), null) : (Number(text[..dash]), Number(text[(dash + 1)..]));
    }

    private static int? Number(string text)
    {
        double number = JavaScriptNumber.ParseInt(text);
        return number is >= 0 and <= int.MaxValue ? (int)number : null;
    }

    // The presentation of a component that names none; null for what is no component.
    private static string? Standard(char component) => component switch
    {
        'Y' or 'M' or 'D' or 'd' or 'W' or 'w' or 'X' or 'x' or 'H' or 'h' or 'f' => "1",
        'F' or 'P' or 'C' or 'E' => "n",
        'm' or 's' => "01",
        'Z' or 'z' => "01:01",
        _ => null,
    };
}
