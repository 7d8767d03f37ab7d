using System.Runtime.CompilerServices;

namespace Compiled.Values;

/// <summary>
/// Rows of one of the last few small documents that a thread wrote for handlers. Handlers look into what they are given at once, and mostly never again, so that rows of its own
/// would be most of such a document's memory. A handler may keep the value all the same, and hand it to other threads: rows are only ever read by their own thread and
/// while they are the document's; whoever else comes reads the text again, <see cref="Document.Rows"/>.
/// </summary>
internal sealed class SpareRows
{
    // What a handler was given is often a part of what the next one gives back.
    private const int Places = 4;

    private const int MostRows = 256, MostBytes = 4096;

    private SpareRows _next;
    private Document? _owner;
    private Row[] _rows = [];
    private StackAnchor _anchor;

    private SpareRows() => _next = this;

    /// <summary>A document of a text that the thread writes for a handler: one whole value, small or not.</summary>
    /// <param name="bytes">The text and behind it <see cref="Document.Spare"/> bytes.</param>
    /// <param name="rows">Where its values are; gets other memory.</param>
    /// <param name="count">How many rows there are.</param>
    /// <param name="depth">How deep the text nests.</param>
    /// <param name="anchor">In a frame that the handler is called from.</param>
    /// <param name="memory">The thread's.</param>
    public static Document Write(byte[] bytes, ref Row[] rows, int count, int depth, StackAnchor anchor, ThreadMemory memory)
    {
        if (count > MostRows || bytes.Length > MostBytes)
            return new Document(bytes, rows.AsSpan(0, count).ToArray(), depth);
        SpareRows spare = memory.Rows ?? Ring();
        memory.Rows = spare._next;
        (spare._rows, rows, spare._anchor) = (rows, spare._rows, anchor);
        return spare._owner = new Document(bytes, spare, depth);
    }

    /// <summary>The rows of a document, if it still has these and this is their thread; null otherwise.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Row[]? Of(Document document) => _anchor.IsOver && ReferenceEquals(_owner, document) ? _rows : null;

    private static SpareRows Ring()
    {
        SpareRows first = new();
        for (int i = 1; i < Places; i++)
            first._next = new SpareRows { _next = first._next };
        return first;
    }
}
