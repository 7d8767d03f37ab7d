namespace Compiled.Values;

/// <content>Reads arrays of objects of which only some members are kept.</content>
internal sealed partial class Tokenizer
{
    private int[] _slots = new int[64];
    private int _slotCount;

    /// <summary>Where the items are of the arrays that were read last: their number, and the rows of each one's parts.</summary>
    public int[] Slots => _slots;

    // From the opening bracket to behind the closing one.
    private bool ReadItems(ReadOnlySpan<byte> text, ProjectedMember array, Span<int> parts)
    {
        if (_depth == JsonValue.MaxDepth)
            return false;
        _depth++;
        int first = _slotCount;
        ReserveSlots(1);
        _slotCount++;
        _position++;
        byte c = Next(text, ref _position);
        if (c != ']')
        {
            do
            {
                if (!ReadItemsOn(text, array))
                    return false;
                c = Next(text, ref _position);
                _position++;
            }
            while (c == ',');
            _position--;
        }

        if (c != ']')
            return false;
        _position++;
        _slots[first] = (_slotCount - first - 1) / array.Stride;
        parts[array.Part] = first;
        _depth--;
        return true;
    }

    // An item, and those that follow it at once as far as there is room. Inside an item there are no arrays that are looked into, so that the slots stay where they are meanwhile.
    private bool ReadItemsOn(ReadOnlySpan<byte> text, ProjectedMember array)
    {
        if (Next(text, ref _position) != '{')
            return false;
        ReserveSlots(array.Stride);
        Span<int> slots = _slots.AsSpan(_slotCount);
        slots[..array.Stride].Fill(-1);
        _slotCount += array.Stride;
        return ReadMembers(text, array.Layout, slots, array.Stride);
    }

    private void ReserveSlots(int count)
    {
        if (_slots.Length - _slotCount < count)
            Array.Resize(ref _slots, Math.Max(_slots.Length * 2, _slotCount + count));
    }
}
