using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Compiled.Values;

/// <content>The loop that reads the members of an object of which some are kept: as the loop for a value it calls nothing.</content>
internal sealed partial class Tokenizer
{
    // Reads on from a name or from behind a value while names are those that are expected and values are scalars: to another name (its place), a container or anything unusual (the place
    // of a value), or what stands behind a value.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private Place MembersOn(ReadOnlySpan<byte> text, NamePlace[] places, Span<int> parts, ref int expected, ref ProjectedMember? found, Place place)
    {
        ref byte s = ref Unsafe.Add(ref MemoryMarshal.GetReference(text), _skipped);
        ref Row rows = ref MemoryMarshal.GetArrayDataReference(_rows);
        nint p = _position - _skipped, limit = _limit - _skipped, count = _count, most = _rows.Length - 2;
        int next = expected;
        ProjectedMember? member = found;
        switch (place)
        {
            case Place.Value: goto Value;
            case Place.After: goto After;
        }

    Name:
        if (p > limit || (uint)next >= (uint)places.Length || !places[next].IsAt(ref Unsafe.Add(ref s, p)))
        {
            place = Place.Name;
            goto Leave;
        }

        member = places[next].Member;
        p += places[next].Length;
        next++;
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
        else
        {
            end = EndOfScalar(ref s, p, limit, out kind);
            if (end == p)
                goto Leave;
        }

        if (member is not null)
        {
            // What is looked into isn't there. Of members with equal names the last wins.
            if (member.Part < 0 || member.IsArray)
                goto Leave;
            parts[member.Part] = (int)count;
            Unsafe.Add(ref rows, count) = new Row((int)p, (int)end, (int)count + 1, kind);
            count++;
        }

        p = end;
    After:
        if (p <= limit && Unsafe.Add(ref s, p) == ',')
        {
            p++;
            goto Name;
        }

        place = Place.After;
    Leave:
        _position = (int)p + _skipped;
        _count = (int)count;
        expected = next;
        found = member;
        return place;
    }
}
