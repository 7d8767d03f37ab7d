using System.Runtime.CompilerServices;

namespace Compiled.Values;

/// <content>One step of reading, whatever stands there.</content>
internal sealed partial class Tokenizer
{
    // Reads what stands in a place, with the whitespace before it, and gives the place behind it; or says what is wrong.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool Step(ReadOnlySpan<byte> s, bool isKept, ref Place place)
    {
        byte c = Next(s, ref _position);
        Reserve();
        switch (place)
        {
            case Place.Value:
                return c is (byte)'{' or (byte)'[' ? Open(c, isKept, ref place) : AddScalar(s, c, isKept, ref place);
            case Place.Name:
                return AddName(s, c, isKept, ref place);
            case Place.First:
                if (c == (_isObject ? '}' : ']'))
                    break;
                place = _isObject ? Place.Name : Place.Value;
                return true;
            default:
                if (c == ',')
                {
                    _position++;
                    place = _isObject ? Place.Name : Place.Value;
                    return true;
                }

                if (c == (_isObject ? '}' : ']'))
                    break;
                return Fail(_position, _isObject ? "',' or '}'" : "',' or ']'");
        }

        Close(isKept);
        place = Place.After;
        return true;
    }

    private bool AddScalar(ReadOnlySpan<byte> s, byte c, bool isKept, ref Place place)
    {
        int start = _position;
        int p = c == '"' ? Scan.String(s, start, out RowKind kind) : Scan.Scalar(s, start, out kind);
        if (p < 0)
            return Fail(~p, Scan.Expected(s, start, ~p));
        if (isKept)
            _rows[_count++] = new Row(start - _skipped, p - _skipped, _count, kind);
        _position = p;
        place = Place.After;
        return true;
    }

    // Names set two bits each in a small Bloom filter; all bits set means that two names of the object may be equal.
    private bool AddName(ReadOnlySpan<byte> s, byte c, bool isKept, ref Place place)
    {
        if (c != '"')
            return Fail(_position, "a member name in quotes");
        int start = _position, p = Scan.String(s, start, out RowKind kind);
        if (p < 0)
            return Fail(~p, Scan.Expected(s, start, ~p));
        if (isKept)
        {
            if (kind == RowKind.Escaped)
                _names.Escaped(_count);
            _rows[_count++] = new Row(start - _skipped, p - _skipped, _open, kind);
            ulong bits = NameHash.Bits(s[start..p]);
            _openNames = (_openNames & bits) == bits ? ulong.MaxValue : _openNames | bits;
        }

        if (Next(s, ref p) != ':')
            return Fail(p, "':'");
        _position = p + 1;
        place = Place.Value;
        return true;
    }

    // While a container is open its end is the row of the container around it.
    private bool Open(byte c, bool isKept, ref Place place)
    {
        if (_depth == JsonValue.MaxDepth)
            return Fail(_position, "no deeper nesting than 512 levels");
        if (_depth >= _outer.Length)
            Array.Resize(ref _outer, Math.Min(2 * _depth, JsonValue.MaxDepth));
        _isObject = c == '{';
        _rows[_count] = new Row(_position - _skipped, _open, 0, _isObject ? RowKind.Object : RowKind.Array);
        _open = _count++;
        _outer[_depth++] = new Outer { Names = _openNames, Expected = -1 };
        _openNames = 0;
        if (isKept)
            _deepest = Math.Max(_deepest, _depth);
        _position++;
        place = Place.First;
        return true;
    }

    private void Close(bool isKept)
    {
        if (_openNames == ulong.MaxValue)
            _names.Suspect(_open);
        Row opened = _rows[_open];
        _position++;
        if (isKept)
            _rows[_open] = new Row(opened.Start, _position - _skipped, _count, opened.Kind);
        else
            _count = _open;
        _open = opened.End;
        _isObject = _open >= 0 && _rows[_open].Kind == RowKind.Object;
        _openNames = _outer[--_depth].Names;
    }

    // Moves over whitespace and gives the byte there; 0, which JSON has nowhere, at the end of the text.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private byte Next(ReadOnlySpan<byte> s, ref int p)
    {
        if ((uint)p < (uint)s.Length)
        {
            byte c = s[p];
            if (c > ' ')
                return c;
            p = _whitespace.Skip(s, p);
            _skipped = _whitespace.Skipped;
        }

        return (uint)p < (uint)s.Length ? s[p] : (byte)0;
    }

    // Room for a name and a value.
    private void Reserve()
    {
        if (_count > _rows.Length - 2)
            Grow();
    }

    private void Grow()
    {
        if (_rows.Length == Row.Limit)
            throw new InvalidOperationException("The text has more than 268,435,456 values, the most that are read as one document.");
        Array.Resize(ref _rows, Math.Min(_rows.Length * 2, Row.Limit));
    }
}
