using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Unicode;

namespace Compiled.Values;

/// <summary>
/// Reads JSON text into a <see cref="Document"/>: one pass, no recursion, rows in a buffer that the thread keeps. What makes a text
/// unusual (whitespace, names that are equal or oddly spelled) is only noted on the way and put right afterwards.
/// </summary>
internal sealed class Tokenizer
{
    private const int MostRowsKept = 1 << 16;

    [ThreadStatic]
    private static Tokenizer? t_current;

    private readonly ulong[] _outerNames = new ulong[JsonValue.MaxDepth + 1];
    private readonly Whitespace _whitespace = new();
    private readonly NameCheck _names = new();
    private Row[] _rows = new Row[256];
    private int _count;
    private int _depth;
    private int _deepest;
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
        _count = _depth = _deepest = 0;
        _whitespace.Clear();
        _names.Clear();
        if (!Utf8.IsValid(text))
        {
            return Fail(FirstInvalid(text), "UTF-8");
        }

        if (!Read(text))
        {
            return false;
        }

        switch (_rows[0].Kind)
        {
            case RowKind.Null: value = JsonValue.Null; return true;
            case RowKind.False: value = JsonValue.False; return true;
            case RowKind.True: value = JsonValue.True; return true;
        }

        var document = new Document(_whitespace.Remove(text), _rows.AsSpan(0, _count).ToArray(), _deepest);
        value = _names.NeedNormalising(document) ? Normaliser.Normalise(document) : new JsonValue(document, 0);
        return true;
    }

    private bool Read(ReadOnlySpan<byte> s)
    {
        int p = 0, open = -1;
        ulong names = 0;
        bool isObject = false;
    Value:
        if (!Next(s, ref p))
        {
            return Fail(p, "a value");
        }

        switch (s[p])
        {
            case (byte)'"':
                if (!AddString(s, ref p, out _))
                {
                    return false;
                }

                break;
            case (byte)'{' or (byte)'[':
                if (_depth == JsonValue.MaxDepth)
                {
                    return Fail(p, "no deeper nesting than 512 levels");
                }

                _outerNames[_depth] = names;
                names = 0;
                isObject = s[p] == '{';
                open = Open(p++, open, isObject);
                if (!Next(s, ref p))
                {
                    return Fail(p, isObject ? "a member name or '}'" : "a value or ']'");
                }

                if (s[p] == (isObject ? '}' : ']'))
                {
                    goto Close;
                }

                if (isObject)
                {
                    goto Name;
                }

                goto Value;
            default:
                if (!AddScalar(s, ref p))
                {
                    return false;
                }

                break;
        }

    After:
        bool more = Next(s, ref p);
        if (open < 0)
        {
            return !more || Fail(p, "the end of the text");
        }

        if (more && s[p] == ',')
        {
            p++;
            if (!isObject)
            {
                goto Value;
            }

            Next(s, ref p);
            goto Name;
        }

        if (!more || s[p] != (isObject ? '}' : ']'))
        {
            return Fail(p, isObject ? "',' or '}'" : "',' or ']'");
        }

    Close:
        open = Close(++p, open, names, ref isObject);
        names = _outerNames[_depth];
        goto After;
    Name:
        if (!AddName(s, ref p, ref names))
        {
            return false;
        }

        goto Value;
    }

    // Moves over whitespace; false at the end of the text.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Next(ReadOnlySpan<byte> s, ref int p)
    {
        if ((uint)p < (uint)s.Length && s[p] <= ' ')
        {
            p = _whitespace.Skip(s, p);
        }

        return (uint)p < (uint)s.Length;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref Row Add()
    {
        if (_count == _rows.Length)
        {
            Grow();
        }

        return ref _rows[_count++];
    }

    private void Grow()
    {
        if (_count == Row.Limit)
        {
            throw new InvalidOperationException("The text has more than 268,435,456 values, the most that are read as one document.");
        }

        Array.Resize(ref _rows, Math.Min(_count * 2, Row.Limit));
    }

    // While a container is open its end is the row of the container around it.
    private int Open(int p, int outer, bool isObject)
    {
        _deepest = Math.Max(_deepest, ++_depth);
        Add() = new Row(p - _whitespace.Skipped, outer, 0, isObject ? RowKind.Object : RowKind.Array);
        return _count - 1;
    }

    private int Close(int p, int open, ulong names, ref bool isObject)
    {
        ref Row row = ref _rows[open];
        int outer = row.End;
        if (names == ulong.MaxValue)
        {
            _names.Suspect(open);
        }

        row = new Row(row.Start, p - _whitespace.Skipped, _count, row.Kind);
        _depth--;
        isObject = outer >= 0 && _rows[outer].Kind == RowKind.Object;
        return outer;
    }

    // Names set two bits each in a small Bloom filter; all bits set means that two names of the object may be equal.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool AddName(ReadOnlySpan<byte> s, ref int p, ref ulong names)
    {
        int start = p;
        if ((uint)p >= (uint)s.Length || s[p] != '"')
        {
            return Fail(p, "a member name in quotes");
        }

        if (!AddString(s, ref p, out bool isEscaped))
        {
            return false;
        }

        uint hash = NameHash.Of(s[start..p]);
        ulong bits = 1UL << (int)hash | 1UL << (int)(hash >> 6);
        names = (names & bits) == bits ? ulong.MaxValue : names | bits;
        if (isEscaped)
        {
            _names.Escaped(_count - 1);
        }

        if (!Next(s, ref p) || s[p] != ':')
        {
            return Fail(p, "':'");
        }

        p++;
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool AddString(ReadOnlySpan<byte> s, ref int p, out bool isEscaped)
    {
        int start = p;
        if (!Scan.String(s, ref p, out isEscaped, ref _fault))
        {
            return false;
        }

        int skipped = _whitespace.Skipped;
        ref Row row = ref Add();
        row = new Row(start - skipped, p - skipped, _count, isEscaped ? RowKind.Escaped : RowKind.Plain);
        return true;
    }

    private bool AddScalar(ReadOnlySpan<byte> s, ref int p)
    {
        int start = p;
        if (!Scan.Scalar(s, ref p, out RowKind kind, ref _fault))
        {
            return false;
        }

        int skipped = _whitespace.Skipped;
        ref Row row = ref Add();
        row = new Row(start - skipped, p - skipped, _count, kind);
        return true;
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
