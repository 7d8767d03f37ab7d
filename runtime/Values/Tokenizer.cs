using System.Buffers;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;
using System.Text.Unicode;

namespace Compiled.Values;

/// <summary>
/// Reads JSON text into a <see cref="Document"/>: one pass, no recursion, rows in a buffer that the thread keeps. What makes a text
/// unusual (whitespace, names that are equal or oddly spelled) is only noted on the way and put right afterwards.
/// </summary>
internal sealed partial class Tokenizer
{
    /// <summary>Texts of up to so many bytes are copied to where <see cref="Padding"/> follows them.</summary>
    public const int MostPadded = 4096;

    /// <summary>So many bytes may be read behind such a text.</summary>
    public const int Padding = 48;

    // Shorter texts are copied more cheaply than what has to stand behind them is allocated.
    private const int LeastOwned = 256;

    private const int MostRowsKept = 1 << 16;

    private byte[] _padded = new byte[MostPadded + Padding];
    private Outer[] _outer = new Outer[32];
    private readonly Whitespace _whitespace = new();
    private readonly NameCheck _names = new();
    private Row[] _rows = new Row[256];
    private int _depth;
    private int _deepest;
    private int _skipped;
    private int _limit;
    private TextFault _fault;

    /// <summary>Reads one JSON value, or says what is wrong.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, out JsonValue value, out TextFault fault)
    {
        ThreadMemory memory = ThreadMemory.Current;
        Tokenizer tokenizer = memory.Tokenizer ??= new Tokenizer();
        bool isRead = tokenizer.TryReadText(text, out value);
        fault = tokenizer._fault;
        if (tokenizer._rows.Length > MostRowsKept)
        {
            memory.Tokenizer = null;
        }

        return isRead;
    }

    /// <summary>The rows of a compact text that was read before, or written by what writes JSON.</summary>
    public static Row[] RowsOf(ReadOnlySpan<byte> text)
    {
        Tokenizer tokenizer = ThreadMemory.Current.Tokenizer ??= new Tokenizer();
        text = tokenizer.Begin(text, null, out _);
        return tokenizer.Read(text) ? tokenizer._rows.AsSpan(0, tokenizer._count).ToArray() : throw tokenizer._fault.ToException(text);
    }

    private bool TryReadText(ReadOnlySpan<byte> text, out JsonValue value)
    {
        value = default;
        byte[]? own = OwnFor(text);
        text = Begin(text, own, out bool isUtf8);
        if (!isUtf8)
        {
            return Fail(FirstInvalid(text), "UTF-8");
        }

        if (!Read(text))
        {
            return false;
        }

        if (!TryEnd(ref text))
        {
            return Fail(_position, "the end of the text");
        }

        switch (_rows[0].Kind)
        {
            case RowKind.Null: value = JsonValue.Null; return true;
            case RowKind.False: value = JsonValue.False; return true;
            case RowKind.True: value = JsonValue.True; return true;
        }

        Document document = Keep(text, own);
        value = _names.NeedNormalising(document) ? Normaliser.Normalise(document) : new JsonValue(document, 0);
        return true;
    }

    // What was read, in memory of its own.
    private Document Keep(ReadOnlySpan<byte> text, byte[]? own)
    {
        Row[] rows = _rows.AsSpan(0, _count).ToArray();
        return own is not null && _whitespace.Skipped == 0 ? new Document(own, rows, _deepest, own.Length - text.Length) : new Document(_whitespace.Remove(text), rows, _deepest);
    }

    // Takes the whitespace behind the value that was read off the text; false where anything else follows. Many files end with a line break, which is no reason to copy what stands before it.
    private bool TryEnd(ref ReadOnlySpan<byte> text)
    {
        int end = _position;
        if (end < text.Length && (_position = Whitespace.End(text, end)) < text.Length)
            return false;
        text = text[..end];
        return true;
    }

    // Where a short text is read that will stay there; null where it has to be copied: whitespace is left out then, which the text has if the one before had.
    private byte[]? OwnFor(ReadOnlySpan<byte> text)
        => text.Length is < LeastOwned or > MostPadded || _whitespace.Skipped > 0 ? null : GC.AllocateUninitializedArray<byte>(text.Length + Padding);

    // Gives the text to read: a short one from where more bytes may be read than it has, its own memory if it has some.
    private ReadOnlySpan<byte> Begin(ReadOnlySpan<byte> text, byte[]? own, out bool isUtf8)
    {
        _depth = _deepest = _skipped = _position = _count = 0;
        _whitespace.Clear();
        _names.Clear();
        _limit = text.Length;
        if (text.Length > MostPadded)
        {
            _limit = text.Length - Padding;
            isUtf8 = Utf8.IsValid(text);
            return text;
        }

        byte[] padded = own ?? _padded;
        isUtf8 = Copy(text, padded) || Utf8.IsValid(text);
        padded.AsSpan(text.Length, Padding).Clear();
        return padded.AsSpan(0, text.Length);
    }

    // Whether what was copied is ASCII, as most is, so that it needn't be looked through once more; of a few bytes that isn't asked.
    private static bool Copy(ReadOnlySpan<byte> text, Span<byte> target)
    {
        int last = text.Length - Vector256<byte>.Count;
        if (last < 0)
        {
            text.CopyTo(target);
            return false;
        }

        ref byte from = ref MemoryMarshal.GetReference(text), to = ref MemoryMarshal.GetReference(target[..text.Length]);
        Vector256<byte> all = default;
        for (int at = 0; at < last; at += Vector256<byte>.Count)
        {
            Vector256<byte> part = Vector256.LoadUnsafe(ref from, (nuint)at);
            part.StoreUnsafe(ref to, (nuint)at);
            all |= part;
        }

        Vector256<byte> end = Vector256.LoadUnsafe(ref from, (nuint)last);
        end.StoreUnsafe(ref to, (nuint)last);
        return (all | end).ExtractMostSignificantBits() == 0;
    }

    private static int FirstInvalid(ReadOnlySpan<byte> s)
    {
        int p = 0;
        while (Rune.DecodeFromUtf8(s[p..], out _, out int length) == OperationStatus.Done)
        {
            p += length;
        }

        return p;
    }

    private bool Fail(int position, string expected)
    {
        _fault = new TextFault(position, expected);
        return false;
    }
}
