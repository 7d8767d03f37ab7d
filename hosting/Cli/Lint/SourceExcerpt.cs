using System.Text;

namespace Compiled.Cli.Lint;

/// <summary>A line of a definition and the line of carets below it.</summary>
/// <param name="Text">The line; a long one is cut to what stands around the span, an ellipsis at each cut.</param>
/// <param name="Marks">Blanks and carets, in columns of a terminal.</param>
internal readonly record struct SourceExcerpt(string Text, string Marks)
{
    // Columns, of a line that is cut, and how many of them come before the span where enough follows it.
    private const int Longest = 160;
    private const int Before = 40;
    private const int TabStop = 4;

    /// <summary>The excerpt of a line.</summary>
    /// <param name="line">The line, without its end.</param>
    /// <param name="start">Where the span begins, in UTF-16 units.</param>
    /// <param name="end">Where it ends, or the line's length where it goes on in the next line.</param>
    public static SourceExcerpt Of(ReadOnlySpan<char> line, int start, int end)
    {
        int first = First(line, Math.Min(start, line.Length));
        int margin = first > 0 ? 1 : 0;
        StringBuilder text = new(), marks = new();
        int column = 0;
        if (first > 0) Append("…", 1, isMarked: false);
        int at = first;
        while (at < line.Length)
        {
            Rune.DecodeFromUtf16(line[at..], out Rune rune, out int length);
            bool isTab = rune.Value == '\t';
            int width = isTab ? TabStop - (column % TabStop) : TextWidth.Of(rune);
            if (column - margin + width > Longest) break;
            Append(isTab ? new string(' ', width) : Visible(rune), width, at >= start && at < end);
            at += length;
        }

        // A span without characters, such as one behind the end of the text, has one caret all the same.
        string carets = marks.ToString().TrimEnd(' ');
        if (carets.Length == 0) carets = new string(' ', ColumnOf(line, first, start)) + "^";
        if (at < line.Length) text.Append('…');
        return new SourceExcerpt(text.ToString(), carets);

        void Append(string piece, int width, bool isMarked)
        {
            text.Append(piece);
            marks.Append(isMarked ? '^' : ' ', width);
            column += width;
        }
    }

    /// <summary>Characters that a terminal would act on are shown as pictures: text of a file must not move the cursor.</summary>
    public static string Printable(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\0', '\u001F') && !text.AsSpan().ContainsAnyInRange('\u007F', '\u009F')) return text;
        StringBuilder shown = new(text.Length);
        foreach (Rune rune in text.EnumerateRunes()) shown.Append(Visible(rune));
        return shown.ToString();
    }

    private static string Visible(Rune rune) => rune.Value switch
    {
        // Unicode, "Control Pictures": U+2400 and the control's own number.
        < 0x20 => ((char)(0x2400 + rune.Value)).ToString(),
        0x7F => "\u2421",
        > 0x7F and < 0xA0 => "\uFFFD",
        _ => rune.ToString(),
    };

    private static int ColumnOf(ReadOnlySpan<char> line, int first, int start)
    {
        int column = first > 0 ? 1 : 0;
        int at = first;
        while (at < Math.Min(start, line.Length))
        {
            Rune.DecodeFromUtf16(line[at..], out Rune rune, out int length);
            column += rune.Value == '\t' ? TabStop - (column % TabStop) : TextWidth.Of(rune);
            at += length;
        }

        return column;
    }

    /// <summary>The first unit that is shown. Only what is near the span is looked at, however long the line is.</summary>
    private static int First(ReadOnlySpan<char> line, int start)
    {
        int columns = 0;
        for (int at = start; at < line.Length && columns < Longest - Before;)
        {
            Rune.DecodeFromUtf16(line[at..], out Rune rune, out int length);
            columns += Widest(rune);
            at += length;
        }

        int first = start;
        while (first > 0)
        {
            Rune.DecodeLastFromUtf16(line[..first], out Rune rune, out int length);
            columns += Widest(rune);
            if (columns > Longest) break;
            first -= length;
        }

        return first;
    }

    private static int Widest(Rune rune) => rune.Value == '\t' ? TabStop : TextWidth.Of(rune);
}
