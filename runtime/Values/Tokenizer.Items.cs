using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Compiled.Values;

/// <content>
/// Reads arrays of objects of which only some members are kept. The objects of one array mostly have the same names in the same places, spelled alike, so that a name is first
/// compared with the one that stood there in the object before: then it need not be scanned.
/// </content>
internal sealed partial class Tokenizer
{
    // More names in an object are looked for one by one.
    private const int MostPlaces = 16;

    private readonly NamePlace[] _places = new NamePlace[MostPlaces];
    private int[] _slots = new int[64];
    private int _slotCount;

    // From the opening bracket to behind the closing one.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool ReadItems(ReadOnlySpan<byte> s, ProjectedMember array, Span<int> parts, ref int position, ref int total)
    {
        if (_depth > JsonValue.MaxDepth - 2)
            return false;
        _depth += 2;
        int p = position + 1, count = total, first = _slotCount, items = 0, stride = array.Stride, known = 0;
        NamePlace[] places = _places;
        ReserveSlots(1);
        _slotCount++;
        byte c = Next(s, ref p);
        if (c == ']')
            goto Close;
    Item:
        if (c != '{')
            return false;
        p++;
        items++;
        ReserveSlots(stride);
        int slots = _slotCount;
        _slotCount += stride;
        _slots.AsSpan(slots, stride).Fill(-1);
        int place = 0, expected = 0;
        c = Next(s, ref p);
        if (c == '}')
            goto EndOfItem;
    Name:
        if (c != '"')
            return false;
        ProjectedMember? member;
        if (place < known && places[place].IsAt(s, p))
        {
            member = places[place].Member;
            p += places[place].Length;
        }
        else
        {
            int start = p;
            p = Scan.String(s, p, out RowKind kind);
            if (p < 0 || kind == RowKind.Escaped)
                return false;
            member = Find(array.Members, s[start..p], ref expected);
            bool isCompact = (uint)p < (uint)s.Length && s[p] == ':';
            if (Next(s, ref p) != ':')
                return false;
            p++;
            // What came before in other places is forgotten: an object with other names begins a new order.
            if (isCompact && place < MostPlaces && NamePlace.TryMake(s, start, p - start, member, out places[place]))
                known = place + 1;
            else
                known = Math.Min(known, place);
        }

        place++;
        c = Next(s, ref p);
        if (c is (byte)'{' or (byte)'[')
        {
            if (!(member is null ? Skip(s, ref p) : ReadPart(s, member, slots, ref p, ref count)))
                return false;
        }
        else
        {
            int start = p;
            p = c == '"' ? Scan.String(s, p, out RowKind kind) : Scan.Scalar(s, p, out kind);
            if (p < 0)
                return false;
            if (member is not null)
            {
                if (member.Part >= 0)
                {
                    // The last of equal names wins.
                    _slots[slots + member.Part] = count;
                    Reserve(count);
                    _rows[count++] = new Row(start - _skipped, p - _skipped, count, kind);
                }
                else
                {
                    Forget(member, _slots.AsSpan(slots, stride));
                }
            }
        }

        c = Next(s, ref p);
        if (c == ',')
        {
            p++;
            c = Next(s, ref p);
            goto Name;
        }

        if (c != '}')
            return false;
    EndOfItem:
        p++;
        c = Next(s, ref p);
        if (c == ',')
        {
            p++;
            c = Next(s, ref p);
            goto Item;
        }

        if (c != ']')
            return false;
    Close:
        _slots[first] = items;
        parts[array.Part] = first;
        _depth -= 2;
        position = p + 1;
        total = count;
        return true;
    }

    // A container in an item, of which the item's parts are kept.
    private bool ReadPart(ReadOnlySpan<byte> s, ProjectedMember member, int slots, ref int p, ref int count)
    {
        // Reading may move the slots elsewhere: inside an item there are no arrays that are looked into.
        Span<int> parts = _slots.AsSpan(slots);
        return ReadMember(s, member, parts, ref p, ref count);
    }

    private void Reserve(int count)
    {
        if (count == _rows.Length)
            Grow();
    }

    private void ReserveSlots(int count)
    {
        if (_slots.Length - _slotCount < count)
            Array.Resize(ref _slots, Math.Max(_slots.Length * 2, _slotCount + count));
    }

    /// <summary>A name with its quotes and the colon that follows at once, in the place where it stood in the object before.</summary>
    private struct NamePlace
    {
        private const int Longest = 2 * sizeof(ulong);

        private ulong _first, _mask, _last;

        /// <summary>What is kept of the member; null for nothing.</summary>
        public ProjectedMember? Member { get; private set; }

        public int Length { get; private set; }

        public static bool TryMake(ReadOnlySpan<byte> s, int start, int length, ProjectedMember? member, out NamePlace place)
        {
            place = default;
            if (length > Longest || start > s.Length - Longest)
                return false;
            place.Member = member;
            place.Length = length;
            place._first = Eight(s, start);
            place._mask = length < sizeof(ulong) ? (1UL << 8 * length) - 1 : ulong.MaxValue;
            place._last = length <= sizeof(ulong) ? 0 : Eight(s, start + length - sizeof(ulong));
            return true;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly bool IsAt(ReadOnlySpan<byte> s, int p)
        {
            if (p > s.Length - Longest || ((Eight(s, p) ^ _first) & _mask) != 0)
                return false;
            return Length <= sizeof(ulong) || Eight(s, p + Length - sizeof(ulong)) == _last;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static ulong Eight(ReadOnlySpan<byte> s, int at) => Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref MemoryMarshal.GetReference(s), at));
    }
}
