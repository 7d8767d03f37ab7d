using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Compiled.WebConsole.Html;

/// <summary>
/// What the compiler makes of an interpolated string that is to become <see cref="Markup"/>. It follows the markup as it grows and refuses a hole
/// where no encoding would help: outside quotes in a tag, in a script or style, in an attribute that is code, and anything but a <see cref="Link"/> in one that is an address.
/// </summary>
[InterpolatedStringHandler]
internal ref struct MarkupTemplate
{
    private readonly StringBuilder _text;
    private Place _place;
    private int _nameStart;
    private string _element = "";
    private string _attribute = "";

    public MarkupTemplate(int literalLength, int formattedCount)
    {
        _text = new StringBuilder(literalLength + (formattedCount * 16));
    }

    private enum Place
    {
        Content,
        ElementName,
        Tag,
        Value,
    }

    public void AppendLiteral(string markup)
    {
        foreach (char c in markup)
        {
            Follow(c);
            _text.Append(c);
        }
    }

    public readonly void AppendFormatted(string? text)
    {
        CheckText();
        Encoder.Append(_text, text);
    }

    public readonly void AppendFormatted(long number)
    {
        CheckText();
        _text.Append(number.ToString(CultureInfo.InvariantCulture));
    }

    public readonly void AppendFormatted(double number)
    {
        CheckText();
        _text.Append(number.ToString("0.##", CultureInfo.InvariantCulture));
    }

    public readonly void AppendFormatted(Link link)
    {
        if (_place == Place.Value && IsCode(_attribute))
            throw Refused("a link");
        if (_place is not (Place.Value or Place.Content))
            throw Refused("a link");
        Encoder.Append(_text, link.ToString());
    }

    public readonly void AppendFormatted(Markup markup)
    {
        if (_place != Place.Content || IsRawText)
            throw Refused("markup");
        _text.Append(markup.ToString());
    }

    public readonly void AppendFormatted(IEnumerable<Markup> markup)
    {
        foreach (Markup part in markup)
            AppendFormatted(part);
    }

    /// <summary>An attribute without a value, such as <c>checked</c>, or nothing.</summary>
    public readonly void AppendFormatted(Flag flag)
    {
        if (_place != Place.Tag)
            throw Refused("a flag");
        if (flag.IsSet)
            _text.Append(' ').Append(flag.Name);
    }

    /// <summary>What was written; the template must have ended every tag that it began.</summary>
    public readonly string Take()
        => _place == Place.Content ? _text.ToString() : throw new InvalidOperationException($"The markup ends within a tag: {_text}");

    private readonly bool IsRawText => _element is "script" or "style";

    private readonly void CheckText()
    {
        bool isFine = _place switch
        {
            Place.Content => !IsRawText,
            Place.Value => !IsCode(_attribute) && !IsAddress(_attribute),
            _ => false,
        };
        if (!isFine)
            throw Refused("text");
    }

    private static bool IsCode(string attribute)
        => attribute is "style" or "srcdoc" or "srcset" || attribute.StartsWith("on", StringComparison.OrdinalIgnoreCase);

    private static bool IsAddress(string attribute) => attribute is "href" or "src" or "action" or "formaction" or "xlink:href" or "data" or "poster" or "ping";

    private readonly InvalidOperationException Refused(string what)
        => new($"There may be no {what} here: {_text.ToString(Math.Max(0, _text.Length - 60), Math.Min(60, _text.Length))}");

    private void Follow(char c)
    {
        switch (_place)
        {
            case Place.Content when c == '<':
                (_place, _nameStart) = (Place.ElementName, _text.Length + 1);
                break;
            case Place.ElementName when c is ' ' or '\n' or '>' or '/' && _text.Length > _nameStart:
                _element = _text.ToString(_nameStart, _text.Length - _nameStart);
                (_place, _nameStart) = (c == '>' ? Place.Content : Place.Tag, _text.Length + 1);
                break;
            case Place.Tag when c is ' ' or '\n' or '/':
                _nameStart = _text.Length + 1;
                break;
            case Place.Tag when c == '"':
                // The name stands between the last space and '='.
                _attribute = _text.ToString(_nameStart, Math.Max(0, _text.Length - 1 - _nameStart)).ToLowerInvariant();
                _place = Place.Value;
                break;
            case Place.Tag when c == '\'':
                throw Refused("single quote");
            case Place.Tag when c == '>':
                _place = Place.Content;
                break;
            case Place.Value when c == '"':
                (_place, _nameStart) = (Place.Tag, _text.Length + 1);
                break;
        }
    }
}
