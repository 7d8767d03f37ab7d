using Compiled.Language.Json;

namespace Compiled.Cli.Lint;

/// <summary>Where the lines of a text begin, found once for all its faults.</summary>
internal sealed class SourceLines
{
    private readonly string _text;
    private readonly List<int> _starts = [0];

    public SourceLines(string text)
    {
        _text = text;
        for (int at = text.IndexOf('\n', StringComparison.Ordinal); at >= 0; at = text.IndexOf('\n', at + 1)) _starts.Add(at + 1);
    }

    /// <summary>The place of a span; one that reaches over the end of the text is cut there.</summary>
    public SourcePlace Place(TextSpan span)
    {
        int start = Math.Clamp(span.Start, 0, _text.Length);
        int end = Math.Clamp(span.End, start, _text.Length);
        (int line, int column) = Locate(start);
        (int endLine, int endColumn) = Locate(end);
        return new SourcePlace(line, column, endLine, endColumn);
    }

    /// <summary>The text of a line, from 1, without its end.</summary>
    public ReadOnlySpan<char> Line(int line)
    {
        int start = _starts[line - 1];
        int end = line < _starts.Count ? _starts[line] - 1 : _text.Length;
        return _text.AsSpan(start, end - start).TrimEnd('\r');
    }

    private (int Line, int Column) Locate(int offset)
    {
        int found = _starts.BinarySearch(offset);
        int index = found >= 0 ? found : ~found - 1;
        return (index + 1, offset - _starts[index] + 1);
    }
}
