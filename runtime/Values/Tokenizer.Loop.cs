using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Compiled.Values;

/// <content>
/// The loop that reads a value. It calls nothing, so that all it counts stays in registers: what is rare (escapes, exponents, errors, the end of a long text, a full
/// buffer) leaves it for a step by other code, and then it is entered again.
/// </content>
internal sealed partial class Tokenizer
{
    // What stands next: a value, the first member or element of what was opened, a member's name, what comes behind a value, the brace that closes an object. The end is behind the
    // whole value.
    private enum Place
    {
        Value,
        First,
        Name,
        After,
        Close,
        End,
    }

    // What the loop is compiled for: a value that is kept in rows, or one that is only checked, of which only the containers that are open have rows.
    private interface IUse
    {
        static abstract bool IsKept { get; }
    }

    // Where the loop was left: positions in the text and in the rows, the container that is open and the filter of its names.
    private int _position;
    private int _count;
    private int _open;
    private bool _isObject;
    private ulong _openNames;
    private int _openExpected;

    // Reads a value from the position to behind it, into rows.
    private bool Read(ReadOnlySpan<byte> text) => Read<Kept>(text);

    // Checks a value that nobody reads.
    private bool Skip(ReadOnlySpan<byte> text) => Read<Skipped>(text);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool Read<TUse>(ReadOnlySpan<byte> text)
        where TUse : struct, IUse
    {
        (_open, _isObject, _openNames, _expects) = (-1, false, 0, false);
        Place place = Place.Value;
        while ((place = ReadOn<TUse>(text, place)) != Place.End)
        {
            if (TUse.IsKept && (_expects || _openExpected >= 0))
                Filter(text);
            if (!Step(text, TUse.IsKept, ref place))
                return false;
        }

        return true;
    }

    // Reads on from a place to the end of the value, or to a place where only a step helps. Positions are those in the text without whitespace.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private Place ReadOn<TUse>(ReadOnlySpan<byte> text, Place place)
        where TUse : struct, IUse
    {
        ref byte s = ref Unsafe.Add(ref MemoryMarshal.GetReference(text), _skipped);
        ref Row rows = ref MemoryMarshal.GetArrayDataReference(_rows);
        ref Outer outers = ref MemoryMarshal.GetArrayDataReference(_outer);
        int depth = _depth, deepest = _deepest, room = _outer.Length;
        nint p = _position - _skipped, limit = _limit - _skipped, count = _count, most = _rows.Length - 2, open = _open;
        ulong names = _openNames;
        bool isObject = _isObject;
        // The container that was closed last, the first row whose text stands where it stood when it was read, and the name that is expected: see 'Tokenizer.Expected.cs'.
        nint closed = -1, since = count, expected = -1;
        switch (place)
        {
            case Place.Value: goto Value;
            case Place.First: goto First;
            case Place.Name: goto Name;
            default: goto After;
        }

    Value:
        place = Place.Value;
        if (p > limit || count > most)
            goto Leave;

        int c = Unsafe.Add(ref s, p);
        nint end;
        RowKind kind;
        if (c == '"')
        {
            end = EndOfString(ref s, p, limit);
            if (Unsafe.Add(ref s, end) != '"')
                goto Leave;
            kind = RowKind.Plain;
            end++;
        }
        else if (c is '{' or '[')
        {
            if (depth >= room)
                goto Leave;
            isObject = c == '{';
            ref Outer around = ref Unsafe.Add(ref outers, depth);
            around.Names = names;
            names = 0;
            depth++;
            if (TUse.IsKept)
            {
                if (expected >= 0)
                    _expects = true;
                if (deepest < depth)
                    deepest = depth;
                around.Expected = (int)expected;
                expected = isObject && closed >= since && Unsafe.Add(ref rows, closed).IsObjectBefore((int)count) ? closed + 1 : -1;
            }

            Row.Put(ref Unsafe.Add(ref rows, count), p, open, 0, isObject ? RowKind.Object : RowKind.Array);
            open = count++;
            p++;
            goto First;
        }
        else if (c <= ' ')
        {
            goto Gap;
        }
        else
        {
            end = EndOfScalar(ref s, p, out kind);
            if (end == p)
                goto Leave;
        }

        if (TUse.IsKept)
        {
            count++;
            Row.Put(ref Unsafe.Add(ref rows, count - 1), p, end, count, kind);
        }

        p = end;
    After:
        if (open < 0)
        {
            place = Place.End;
            goto Leave;
        }

        place = Place.After;
        if (p > limit)
            goto Leave;
        c = Unsafe.Add(ref s, p);
        if (c == ',')
        {
            p++;
            if (isObject)
                goto Name;
            goto Value;
        }

        if (c <= ' ')
            goto Gap;
        // An object that may have equal names is closed by a step.
        if (c != (isObject ? '}' : ']') || names == ulong.MaxValue)
            goto Leave;

    Close:
        p++;
        ref Row opened = ref Unsafe.Add(ref rows, open);
        nint outer = opened.End;
        depth--;
        if (TUse.IsKept)
        {
            Row.PutEnd(ref opened, p, count);
            closed = open;
            expected = Unsafe.Add(ref outers, depth).Expected;
        }
        else
        {
            count = open;
        }

        open = outer;
        isObject = open >= 0 && Unsafe.Add(ref rows, open).Kind == RowKind.Object;
        names = Unsafe.Add(ref outers, depth).Names;
        goto After;
    First:
        place = Place.First;
        c = Unsafe.Add(ref s, p);
        if (c <= ' ')
            goto Gap;

        if (c == (isObject ? '}' : ']'))
            goto Close;
        if (!isObject)
            goto Value;
    Name:
        place = Place.Name;
        if (p > limit || count > most)
            goto Leave;
        c = Unsafe.Add(ref s, p);
        if (c != '"')
        {
            if (c <= ' ')
                goto Gap;
            goto Leave;
        }

        if (TUse.IsKept && expected >= 0)
        {
            Row before = Unsafe.Add(ref rows, expected);
            // The object before may have no more names.
            if (expected >= open || !IsSame(ref s, before.Start, p, before.Length + 1))
                goto Leave;
            end = p + before.Length;
            expected = Unsafe.Add(ref rows, expected + 1).Next;
            Row.Put(ref Unsafe.Add(ref rows, count), p, end, open, RowKind.Plain);
            count++;
            p = end + 1;
            goto Value;
        }

        end = EndOfString(ref s, p, limit);
        if (Unsafe.Add(ref s, end) != '"' || Unsafe.Add(ref s, end + 1) != ':')
            goto Leave;
        end++;
        if (TUse.IsKept)
        {
            Row.Put(ref Unsafe.Add(ref rows, count), p, end, open, RowKind.Plain);
            count++;
            ulong bits = NameHash.Bits(MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref s, p), (int)(end - p)));
            names = (names & bits) == bits ? ulong.MaxValue : names | bits;
        }

        p = end + 1;
        goto Value;
    Gap:
        // Where something is expected, a step goes over the whitespace.
        nint gap = TUse.IsKept && (_expects || expected >= 0) ? 0 : Gap(ref s, p);
        if (gap > 0)
        {
            s = ref Unsafe.Add(ref s, gap);
            limit -= gap;
            (closed, since) = (-1, count);
            switch (place)
            {
                case Place.Value: goto Value;
                case Place.First: goto First;
                case Place.Name: goto Name;
                default: goto After;
            }
        }

    Leave:
        _position = (int)p + _skipped;
        _count = (int)count;
        _open = (int)open;
        (_depth, _deepest) = (depth, deepest);
        _openNames = names;
        _openExpected = (int)expected;
        _isObject = isObject;
        return place;
    }

    // The next quote, backslash or control character; behind the limit any other place.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static nint EndOfString(ref byte s, nint p, nint limit)
    {
        for (p++; ; p += Vector256<byte>.Count)
        {
            Vector256<byte> v = Vector256.LoadUnsafe(ref s, (nuint)p);
            Vector256<byte> stops = Vector256.Equals(v, Vector256.Create((byte)'"')) | Vector256.Equals(v, Vector256.Create((byte)'\\')) | Vector256.Equals(Vector256.Min(v, Vector256.Create((byte)0x1F)), v);
            uint hits = stops.ExtractMostSignificantBits();
            if (hits != 0)
                return p + BitOperations.TrailingZeroCount(hits);
            if (p > limit - Vector256<byte>.Count)
                return p;
        }
    }

    // Whether the same few bytes stand in both places.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsSame(ref byte s, nint first, nint second, int length)
    {
        uint differ = ~Vector256.Equals(Vector256.LoadUnsafe(ref s, (nuint)first), Vector256.LoadUnsafe(ref s, (nuint)second)).ExtractMostSignificantBits();
        return length <= Vector256<byte>.Count && BitOperations.TrailingZeroCount(differ) >= length;
    }

    // Leaves out up to 31 bytes of whitespace and gives how many they are; 0 for more of them, or none.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private nint Gap(ref byte s, nint p)
    {
        uint others = ~Whitespace.In(Vector256.LoadUnsafe(ref s, (nuint)p)).ExtractMostSignificantBits();
        int length = BitOperations.TrailingZeroCount(others);
        if ((length & (Vector256<byte>.Count - 1)) == 0 || !_whitespace.TryAdd((int)p + _skipped, length))
            return 0;
        _skipped += length;
        return length;
    }

    // Behind a literal or a number without an exponent; where it begins for anything else.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static nint EndOfScalar(ref byte s, nint p, out RowKind kind)
    {
        uint four = Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref s, p));
        nint digits = p + ((byte)four == '-' ? 1 : 0), end = EndOfDigits(ref s, digits);
        kind = RowKind.Integer;
        if (end > digits)
        {
            if (end - digits > 1 && Unsafe.Add(ref s, digits) == '0')
                return p;
            int c = Unsafe.Add(ref s, end);
            if (c == '.')
            {
                kind = RowKind.Decimal;
                digits = end + 1;
                end = EndOfDigits(ref s, digits);
                if (end == digits)
                    return p;
                c = Unsafe.Add(ref s, end);
            }

            return (c | 0x20) == 'e' ? p : end;
        }

        // As in memory, the first letter lowest.
        const uint True = 0x65757274, Null = 0x6C6C756E, Fals = 0x736C6166;
        if (four == True)
        {
            kind = RowKind.True;
            return p + 4;
        }

        if (four == Null)
        {
            kind = RowKind.Null;
            return p + 4;
        }

        if (four == Fals && Unsafe.Add(ref s, p + 4) == 'e')
        {
            kind = RowKind.False;
            return p + 5;
        }

        return p;
    }

    // Up to 15 digits, eight at a time, since where a number ends can't be foretold; where they begin for more of them.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static nint EndOfDigits(ref byte s, nint p)
    {
        nint start = p;
        ulong others = Scan.NoDigits(Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref s, p)));
        if (others == 0)
        {
            p += sizeof(ulong);
            others = Scan.NoDigits(Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref s, p)));
        }

        return others == 0 ? start : p + (BitOperations.TrailingZeroCount(others) >> 3);
    }

    private readonly struct Kept : IUse
    {
        public static bool IsKept => true;
    }

    private readonly struct Skipped : IUse
    {
        public static bool IsKept => false;
    }
}
