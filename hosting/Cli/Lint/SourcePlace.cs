using Compiled.Language.Json;

namespace Compiled.Cli.Lint;

/// <summary>Lines and columns of a text, both from 1; a column counts UTF-16 units. An end column is the one behind the last character.</summary>
internal readonly record struct SourcePlace(int Line, int Column, int EndLine, int EndColumn)
{
    /// <summary>The place of a span; one that reaches over the end of the text is cut there.</summary>
    public static SourcePlace Of(string text, TextSpan span)
    {
        int start = Math.Clamp(span.Start, 0, text.Length);
        int end = Math.Clamp(span.End, start, text.Length);
        (int line, int column) = Locate(text, start, 1, 0, 0);
        (int endLine, int endColumn) = Locate(text, end, line, start - column + 1, start);
        return new SourcePlace(line, column, endLine, endColumn);
    }

    /// <summary>The text of a line, from 1, without its end.</summary>
    public static ReadOnlySpan<char> LineText(string text, int line)
    {
        int at = 0;
        for (int passed = 1; passed < line; passed++)
        {
            int end = text.IndexOf('\n', at);
            if (end < 0) return [];
            at = end + 1;
        }

        int length = text.AsSpan(at).IndexOfAny('\r', '\n');
        return length < 0 ? text.AsSpan(at) : text.AsSpan(at, length);
    }

    private static (int Line, int Column) Locate(string text, int offset, int line, int lineStart, int from)
    {
        for (int i = from; i < offset; i++)
        {
            if (text[i] != '\n') continue;
            line++;
            lineStart = i + 1;
        }

        return (line, offset - lineStart + 1);
    }
}
