using System.Runtime.CompilerServices;

namespace Compiled.Values;

/// <summary>
/// Rows of the last few small documents that this thread wrote for handlers. Handlers look into what they are given at once, and mostly never again, so that rows of its own
/// would be most of such a document's memory. A handler may keep the value all the same, and hand it to other threads: rows are only ever read by their own thread and
/// while they are the document's; whoever comes later reads the text again, <see cref="Document.Rows"/>.
/// </summary>
internal sealed class SpareRows
{
    // A power of two. What a handler was given is often a part of what the next one gives back.
    private const int Places = 4;

    private const int MostRows = 256, MostBytes = 4096;

    [ThreadStatic]
    private static SpareRows? t_current;

    private readonly Document?[] _owners = new Document?[Places];
    private readonly Row[][] _rows = new Row[Places][];
    private int _last;

    private SpareRows() => Array.Fill(_rows, []);

    /// <summary>A document of a text that the thread writes for a handler: one whole value, small or not.</summary>
    /// <param name="bytes">The text and behind it <see cref="Document.Spare"/> bytes.</param>
    /// <param name="rows">Where its values are, which is copied.</param>
    /// <param name="depth">How deep the text nests.</param>
    public static Document Write(byte[] bytes, ReadOnlySpan<Row> rows, int depth)
    {
        if (rows.Length > MostRows || bytes.Length > MostBytes)
            return new Document(bytes, rows.ToArray(), depth);
        SpareRows spare = t_current ??= new SpareRows();
        int place = spare._last = (spare._last + 1) & (Places - 1);
        if (spare._rows[place].Length < rows.Length)
            spare._rows[place] = new Row[MostRows];
        rows.CopyTo(spare._rows[place]);
        return spare._owners[place] = new Document(bytes, depth, place);
    }

    /// <summary>The rows of a document that has none of its own, if this thread still has them; null otherwise.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Row[]? Of(Document document)
    {
        SpareRows? spare = t_current;
        return spare is not null && ReferenceEquals(spare._owners[document.Place], document) ? spare._rows[document.Place] : null;
    }
}
