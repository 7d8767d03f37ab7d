using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Compiled.Values;

/// <content>The loop that reads the members of an object of which some are kept: as the loop for a value it calls nothing.</content>
internal sealed partial class Tokenizer
{
    // Reads on from a name or from behind a value while names are those that are expected and values are scalars: to another name (its place), a container or anything unusual (the place
    // of a value), what stands behind a value, or the end of the object. Of an array's item it goes on with those that follow at once, whose parts are behind its own: a stride further each.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private Place MembersOn(
        ReadOnlySpan<byte> text, int stride, int around, ref MemberLayout kept, ref Span<int> parts, ref int expected, ref ProjectedMember? found, Place place)
    {
        // As in memory, the brace that closes lowest.
        const uint NextItem = '}' | ',' << 8 | '{' << 16 | '"' << 24;

        ref byte s = ref Unsafe.Add(ref MemoryMarshal.GetReference(text), _skipped);
        ref Row rows = ref MemoryMarshal.GetArrayDataReference(_rows);
        nint p = _position - _skipped, limit = _limit - _skipped, count = _count, most = _rows.Length - 2;
        Span<int> slots = parts;
        MemberLayout layout = kept;
        NamePlace[] places = layout.Places;
        int next = expected;
        ProjectedMember? member = found;
        MemberLayout? inside = member is { IsInside: true } ? member.Layout : null;
        switch (place)
        {
            case Place.Value: goto Value;
            case Place.After: goto After;
            case Place.First: goto First;
        }

    Name:
        if (p > limit || (uint)next >= (uint)places.Length || !places[next].IsAt(ref Unsafe.Add(ref s, p)))
        {
            place = Place.Name;
            goto Gap;
        }

        member = places[next].Member;
        inside = places[next].Inside;
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
        else if (c == '{')
        {
            if (inside is null || _depth == JsonValue.MaxDepth || _insideCount == _inside.Length)
                goto Leave;
            Enter(member, inside, slots, ref layout, ref next);
            places = layout.Places;
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

        if (member is not null)
        {
            // What is looked into isn't there. Of members with equal names the last wins.
            if (member.Part < 0 || member.IsArray)
                goto Leave;
            slots[member.Part] = (int)count;
            count++;
            Row.Put(ref Unsafe.Add(ref rows, count - 1), p, end, count, kind);
        }

        p = end;
    After:
        place = Place.After;
        if (p > limit)
            goto Leave;
        c = Unsafe.Add(ref s, p);
        if (c == ',')
        {
            p++;
            goto Name;
        }

        if (c == '}')
            goto Close;
    Gap:
        nint gap = p > limit ? 0 : Gap(ref s, p);
        if (gap > 0)
        {
            s = ref Unsafe.Add(ref s, gap);
            limit -= gap;
            switch (place)
            {
                case Place.Name: goto Name;
                case Place.Value: goto Value;
                case Place.First: goto First;
                default: goto After;
            }
        }

        goto Leave;
    First:
        place = Place.First;
        if (p > limit)
            goto Leave;
        c = Unsafe.Add(ref s, p);
        if (c == '"')
            goto Name;
        if (c != '}')
            goto Gap;
    Close:
        place = Place.Close;
        if (_insideCount == around)
        {
            if (stride > 0 && slots.Length >= 2 * stride && Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref s, p)) == NextItem)
            {
                p += 3;
                slots = slots[stride..];
                for (int i = 0; i < stride; i++)
                    slots[i] = -1;
                _slotCount += stride;
                next = 0;
                goto Name;
            }

            goto Leave;
        }

        p++;
        _depth--;
        (layout, next) = _inside[--_insideCount];
        places = layout.Places;
        goto After;
    Leave:
        _position = (int)p + _skipped;
        _count = (int)count;
        kept = layout;
        parts = slots;
        expected = next;
        found = member;
        return place;
    }
}
