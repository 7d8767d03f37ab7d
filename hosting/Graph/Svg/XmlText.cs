using System.Globalization;
using System.Text;
using Compiled.Graph.Text;

namespace Compiled.Graph.Svg;

/// <summary>Writes XML: indented elements with escaped attributes and texts.</summary>
internal sealed class XmlText
{
    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>At most two decimals, with a point, whatever the culture.</summary>
    public static string Number(double value) => Math.Round(value, 2).ToString("0.##", CultureInfo.InvariantCulture);

    public void Open(string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Start(name, attributes);
        _text.Append(">\n");
        _depth++;
    }

    public void Close(string name)
    {
        _depth--;
        Indent();
        _text.Append("</").Append(name).Append(">\n");
    }

    public void Empty(string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Start(name, attributes);
        _text.Append("/>\n");
    }

    public void Text(string name, string content, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Start(name, attributes);
        _text.Append('>');
        Escape(content);
        _text.Append("</").Append(name).Append(">\n");
    }

    public override string ToString() => _text.ToString();

    private void Start(string name, ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Indent();
        _text.Append('<').Append(name);
        foreach ((string key, string value) in attributes)
        {
            _text.Append(' ').Append(key).Append("=\"");
            Escape(value);
            _text.Append('"');
        }
    }

    private void Indent() => _text.Append(' ', _depth * 2);

    private void Escape(string text)
    {
        int line = 0;
        foreach (string part in text.Split('\n'))
        {
            if (line++ > 0)
            {
                _text.Append('\n');
            }

            foreach (char c in DisplayText.Of(part))
            {
                _ = c switch
                {
                    '&' => _text.Append("&amp;"),
                    '<' => _text.Append("&lt;"),
                    '>' => _text.Append("&gt;"),
                    '"' => _text.Append("&quot;"),
                    _ => _text.Append(c),
                };
            }
        }
    }
}
