namespace Compiled.Values;

/// <content>
/// Names that are expected. Where an object follows another in an array it mostly has the same names: to compare a name with the one in that place takes less time than to find its end.
/// As long as an object's names are those of the one before, they are distinct as its are, and no filter is kept of them.
/// </content>
internal sealed partial class Tokenizer
{
    // Whether there may be any.
    private bool _expects;

    // The loop was left: from here on nothing is expected, since a step may move over whitespace, and so all names go into the filters.
    private void Filter(ReadOnlySpan<byte> text)
    {
        if (_openExpected >= 0)
            _openNames = FilterOf(text, _open, _count);
        int inner = _open, open = inner < 0 ? -1 : _rows[inner].End;
        for (int depth = _depth - 1; open >= 0; depth--)
        {
            if (_outer[depth].Expected >= 0)
                _outer[depth] = new Outer { Names = FilterOf(text, open, inner), Expected = -1 };
            (inner, open) = (open, _rows[open].End);
        }

        _expects = false;
    }

    // Of the names in an open object up to a row.
    private ulong FilterOf(ReadOnlySpan<byte> text, int row, int end)
    {
        ulong names = 0;
        // The last name may not have its value yet, or one that is open.
        for (int i = row + 1; i < end; i = i + 1 < end ? _rows[i + 1].Next : end)
            names |= NameHash.Bits(text.Slice(_rows[i].Start + _skipped, _rows[i].Length));
        return names;
    }

    // A container around the one that is open: the filter of its names, and the row of the name that is expected next, in the object before; -1 where none is.
    private struct Outer
    {
        public ulong Names;
        public int Expected;
    }
}
