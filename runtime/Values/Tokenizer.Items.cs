namespace Compiled.Values;

/// <content>Reads arrays of objects of which only some members are kept.</content>
internal sealed partial class Tokenizer
{
    private int[] _slots = new int[64];
    private int _slotCount;

    // From the opening bracket to behind the closing one.
    private bool ReadItems(ReadOnlySpan<byte> text, ProjectedMember array, Span<int> parts)
    {
        if (_depth == JsonValue.MaxDepth)
            return false;
        _depth++;
        int first = _slotCount, items = 0;
        ReserveSlots(1);
        _slotCount++;
        _position++;
        byte c = Next(text, ref _position);
        if (c != ']')
        {
            do
            {
                items++;
                if (!ReadItem(text, array))
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
        _slots[first] = items;
        parts[array.Part] = first;
        _depth--;
        return true;
    }

    // Inside an item there are no arrays that are looked into, so that the slots stay where they are while it is read.
    private bool ReadItem(ReadOnlySpan<byte> text, ProjectedMember array)
    {
        if (Next(text, ref _position) != '{')
            return false;
        ReserveSlots(array.Stride);
        Span<int> slots = _slots.AsSpan(_slotCount, array.Stride);
        _slotCount += slots.Length;
        slots.Fill(-1);
        return ReadMembers(text, array.Layout, slots);
    }

    private void ReserveSlots(int count)
    {
        if (_slots.Length - _slotCount < count)
            Array.Resize(ref _slots, Math.Max(_slots.Length * 2, _slotCount + count));
    }
}
