using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Unicode;

namespace Compiled.Values;

/// <summary>
/// Reads JSON text into a <see cref="Document"/>: one pass, no recursion, rows in a buffer that the thread keeps. What makes a text
/// unusual (whitespace, names that are equal or oddly spelled) is only noted on the way and put right afterwards.
/// </summary>
internal sealed partial class Tokenizer
{
    private const int MostRowsKept = 1 << 16;

    [ThreadStatic]
    private static Tokenizer? t_current;

    private readonly ulong[] _outerNames = new ulong[JsonValue.MaxDepth + 1];
    private readonly Whitespace _whitespace = new();
    private readonly NameCheck _names = new();
    private Row[] _rows = new Row[256];
    private int _depth;
    private int _deepest;
    private int _skipped;
    private TextFault _fault;

    /// <summary>Reads one JSON value, or says what is wrong.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, out JsonValue value, out TextFault fault)
    {
        Tokenizer tokenizer = t_current ??= new Tokenizer();
        bool isRead = tokenizer.TryReadText(text, out value);
        fault = tokenizer._fault;
        if (tokenizer._rows.Length > MostRowsKept)
        {
            t_current = null;
        }

        return isRead;
    }

    private bool TryReadText(ReadOnlySpan<byte> text, out JsonValue value)
    {
        value = default;
        Begin();
        if (!Utf8.IsValid(text))
        {
            return Fail(FirstInvalid(text), "UTF-8");
        }

        int p = 0, count = 0;
        if (!Read(text, ref p, ref count))
        {
            return false;
        }

        if (p != text.Length)
        {
            return Fail(p, "the end of the text");
        }

        switch (_rows[0].Kind)
        {
            case RowKind.Null: value = JsonValue.Null; return true;
            case RowKind.False: value = JsonValue.False; return true;
            case RowKind.True: value = JsonValue.True; return true;
        }

        var document = new Document(_whitespace.Remove(text), _rows.AsSpan(0, count).ToArray(), _deepest);
        value = _names.NeedNormalising(document) ? Normaliser.Normalise(document) : new JsonValue(document, 0);
        return true;
    }

    private void Begin()
    {
        _depth = _deepest = _skipped = 0;
        _whitespace.Clear();
        _names.Clear();
    }

    // A value and the whitespace behind it. One loop with jumps. What it counts are locals that only inlined methods take by reference, so that they stay in registers:
    // inlined itself into a caller that has much else to inline, it is several times slower.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool Read(ReadOnlySpan<byte> s, ref int position, ref int total)
    {
        Row[] rows = _rows;
        int p = position, count = total, open = -1;
        ulong names = 0;
        bool isObject = false;
    Value:
        byte c = Next(s, ref p);
        if (c is not ((byte)'{' or (byte)'['))
        {
            if (!AddScalar(s, c, ref p, ref rows, ref count))
            {
                return false;
            }

            goto After;
        }

        if (_depth == JsonValue.MaxDepth)
        {
            return Fail(p, "no deeper nesting than 512 levels");
        }

        isObject = c == '{';
        Reserve(ref rows, count);
        open = Open(rows, count++, p - _skipped, open, isObject, ref names);
        p++;
        if (Next(s, ref p) == c + 2)
        {
            goto Close;
        }

        if (!isObject)
        {
            goto Value;
        }

    Name:
        if (!AddName(s, open, ref p, ref rows, ref count, ref names))
        {
            return false;
        }

        goto Value;
    After:
        c = Next(s, ref p);
        if (open < 0)
        {
            position = p;
            total = count;
            return true;
        }

        if (c == ',')
        {
            p++;
            if (!isObject)
            {
                goto Value;
            }

            goto Name;
        }

        if (c != (isObject ? '}' : ']'))
        {
            return Fail(p, isObject ? "',' or '}'" : "',' or ']'");
        }

    Close:
        p++;
        open = Close(rows, open, p - _skipped, count, names);
        isObject = open >= 0 && rows[open].Kind == RowKind.Object;
        names = _outerNames[--_depth];
        goto After;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool AddScalar(ReadOnlySpan<byte> s, byte c, ref int p, ref Row[] rows, ref int count)
    {
        int start = p;
        RowKind kind;
        if (c == '"')
        {
            p = Scan.String(s, p, out kind);
        }
        else
        {
            p = Scan.Scalar(s, p, out kind);
        }

        if (p < 0)
        {
            return Fail(~p, Scan.Expected(s, start, ~p));
        }

        Reserve(ref rows, count);
        rows[count++] = new Row(start - _skipped, p - _skipped, count, kind);
        return true;
    }

    // Names set two bits each in a small Bloom filter; all bits set means that two names of the object may be equal.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool AddName(ReadOnlySpan<byte> s, int open, ref int p, ref Row[] rows, ref int count, ref ulong names)
    {
        if (Next(s, ref p) != '"')
        {
            return Fail(p, "a member name in quotes");
        }

        int start = p;
        p = Scan.String(s, p, out RowKind kind);
        if (p < 0)
        {
            return Fail(~p, Scan.Expected(s, start, ~p));
        }

        Reserve(ref rows, count);
        rows[count++] = new Row(start - _skipped, p - _skipped, open, kind);
        if (kind == RowKind.Escaped)
        {
            _names.Escaped(count - 1);
        }

        ulong bits = NameHash.Bits(s.Slice(start, p - start));
        names = (names & bits) == bits ? ulong.MaxValue : names | bits;
        if (Next(s, ref p) != ':')
        {
            return Fail(p, "':'");
        }

        p++;
        return true;
    }

    // While a container is open its end is the row of the container around it.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Open(Row[] rows, int row, int start, int outer, bool isObject, ref ulong names)
    {
        rows[row] = new Row(start, outer, 0, isObject ? RowKind.Object : RowKind.Array);
        _outerNames[_depth++] = names;
        names = 0;
        _deepest = Math.Max(_deepest, _depth);
        return row;
    }

    // Gives the container around the one that ends here.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Close(Row[] rows, int open, int end, int count, ulong names)
    {
        if (names == ulong.MaxValue)
        {
            _names.Suspect(open);
        }

        Row opened = rows[open];
        rows[open] = new Row(opened.Start, end, count, opened.Kind);
        return opened.End;
    }

    // Moves over whitespace and gives the byte there; 0, which JSON has nowhere, at the end of the text.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private byte Next(ReadOnlySpan<byte> s, ref int p)
    {
        if ((uint)p < (uint)s.Length)
        {
            byte c = s[p];
            if (c > ' ')
            {
                return c;
            }

            p = _whitespace.Skip(s, p);
            _skipped = _whitespace.Skipped;
        }

        return (uint)p < (uint)s.Length ? s[p] : (byte)0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Reserve(ref Row[] rows, int count)
    {
        if (count == rows.Length)
        {
            rows = Grow();
        }
    }

    private Row[] Grow()
    {
        if (_rows.Length == Row.Limit)
        {
            throw new InvalidOperationException("The text has more than 268,435,456 values, the most that are read as one document.");
        }

        Array.Resize(ref _rows, Math.Min(_rows.Length * 2, Row.Limit));
        return _rows;
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
