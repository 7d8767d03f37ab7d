using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Compiled.Values;

/// <summary>
/// JSON text that was read, and where its values are. What the rest of the value model builds on: the text is compact, the names of an
/// object are distinct and spelled as <see cref="Key.Quoted"/> spells them. So a part is written by copying its bytes, its size is the
/// difference of two offsets, and a name is found by comparing bytes.
/// </summary>
internal sealed class Document
{
    /// <summary>So many bytes may be read from any place in the text, so that names are compared several bytes at once.</summary>
    public const int Spare = sizeof(ulong);

    // Eight times the digit zero.
    private const ulong Zeros = 0x3030303030303030;

    // Rows. Where they are spare ones: the thread's that has them, and rows of its own once they were read again. To tell the two apart by the object's type is longer than to ask a flag,
    // which no thread can see change.
    private object _where;
    private readonly bool _areSpare;
    private ushort _depth;

    /// <summary>A text that was read.</summary>
    /// <param name="bytes">The text and what stands behind it.</param>
    /// <param name="rows">Where its values are.</param>
    /// <param name="depth">How deep the whole text nests.</param>
    /// <param name="spare">How many bytes stand behind it: <see cref="Spare"/> or more.</param>
    public Document(byte[] bytes, Row[] rows, int depth, int spare = Spare) => (Bytes, _where, _depth, Length) = (bytes, rows, (ushort)depth, bytes.Length - spare);

    /// <summary>A text, one whole value, whose rows are the thread's as long as nobody else needs the room.</summary>
    public Document(byte[] bytes, SpareRows rows, int depth) => (Bytes, _where, _areSpare, _depth, Length) = (bytes, rows, true, (ushort)depth, bytes.Length - Spare);

    /// <summary>The text and behind it <see cref="Spare"/> bytes; further ones may stand behind these.</summary>
    public byte[] Bytes { get; private set; }

    /// <summary>How long the text is.</summary>
    public int Length { get; private set; }

    /// <summary>Where its values are; further rows may stand behind these.</summary>
    public Row[] Rows
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _areSpare ? LentRows ?? Reread() : Unsafe.As<Row[]>(_where);
    }

    /// <summary>How deep the whole text nests.</summary>
    public int Depth => _depth;

    // The rows, where they needn't be read again.
    private Row[]? KnownRows
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _areSpare ? LentRows : Unsafe.As<Row[]>(_where);
    }

    private Row[]? LentRows
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            object where = _where;
            return where.GetType() == typeof(SpareRows) ? Unsafe.As<SpareRows>(where).Of(this) : Unsafe.As<Row[]>(where);
        }
    }

    /// <summary>Puts another text in place of this one, for whoever knows that nobody has a value of it any more.</summary>
    public void Refill(byte[] bytes, Row[] rows, int length, int depth)
    {
        // Mostly they are where the last were, and to store that again takes a call.
        if (!ReferenceEquals(Bytes, bytes))
            Bytes = bytes;
        if (!ReferenceEquals(_where, rows))
            _where = rows;
        (Length, _depth) = (length, (ushort)depth);
    }

    /// <summary>What the document keeps from the collector, in bytes.</summary>
    public long Held => HeldBy(0);

    /// <summary>What one part would keep as a document of its own, in bytes.</summary>
    public long HeldBy(int row) => Rows[row].Length + (long)(Rows[row].Next - row) * Unsafe.SizeOf<Row>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<byte> Text(int row)
    {
        ref readonly Row r = ref Rows[row];
        return Bytes.AsSpan(r.Start, r.Length);
    }

    /// <summary>The text of a string or name without its quotes.</summary>
    public ReadOnlySpan<byte> Unquoted(int row)
    {
        ref readonly Row r = ref Rows[row];
        return Bytes.AsSpan(r.Start + 1, r.Length - 2);
    }

    /// <summary>Writes the chars of a string, of which there are never more than bytes, and gives how many they are.</summary>
    public int Decode(int row, Span<char> chars)
    {
        ref readonly Row r = ref Rows[row];
        int length = r.Length - 2, start = r.Start + 1;
        if (r.Kind == RowKind.Plain && length <= Vector256<byte>.Count && chars.Length >= Vector256<byte>.Count && start <= Bytes.Length - Vector256<byte>.Count)
        {
            // ASCII mostly: then all chars are written at once, and what is too much is overwritten or never read.
            Vector256<byte> text = Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(Bytes), (nuint)start);
            if ((text.ExtractMostSignificantBits() & (uint)((1UL << length) - 1)) == 0)
            {
                ref ushort first = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(chars));
                Vector256.WidenLower(text).StoreUnsafe(ref first);
                Vector256.WidenUpper(text).StoreUnsafe(ref first, (nuint)Vector256<ushort>.Count);
                return length;
            }
        }

        return StringText.Decode(Unquoted(row), chars);
    }

    /// <summary>The number of up to eight digits without a sign, if that is what stands there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryReadFew(in Row r, out uint value)
    {
        int length = r.Length;
        ulong text = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(Bytes), r.Start));
        if (r.Kind != RowKind.Integer || length > sizeof(ulong) || (byte)text == '-')
        {
            value = 0;
            return false;
        }

        // Most are quantities and the like.
        value = length == 1 ? (uint)(text & 0x0F) : Eight((text ^ Zeros) << (64 - 8 * length));
        return true;
    }

    /// <summary>The double nearest to the number that stands in a row; beyond the range of doubles an infinity.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public double ReadNumber(in Row r)
    {
        double number = ReadShort(in r);
        return double.IsNaN(number) ? NumberText.ToDouble(Bytes.AsSpan(r.Start, r.Length)) : number;
    }

    /// <summary>The number of up to eight characters, digits and at most one point, that stands in a row; NaN where anything else does.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double ReadShort(in Row r)
    {
        int length = r.Length;
        if (length > sizeof(ulong))
            return double.NaN;
        // Whatever is no number begins with a character that has other upper bits than digits have, and so have a sign and an exponent.
        ulong text = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(Bytes), r.Start));
        // Most are quantities and the like.
        if (length == 1)
            return (byte)(text ^ '0') is var digit && digit < 10 ? digit : double.NaN;
        int point = BitOperations.TrailingZeroCount(FirstPoint(text)) / 8;
        if (point >= length)
            return Digits((text ^ Zeros) << (64 - 8 * length), 0);
        // The digits around the point move together.
        ulong before = (1UL << (8 * point)) - 1;
        return Digits((((text & before) | (text >> 8 & ~before)) ^ Zeros) << (72 - 8 * length), length - 1 - point);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Digits(ulong digits, int places)
        => (digits & 0xF0F0F0F0F0F0F0F0) != 0 ? double.NaN : places == 0 ? Eight(digits) : Eight(digits) / NumberText.PowersOfTen[places];

    // A bit of the first byte that is a point is the lowest that is set; none is where there is none.
    private static ulong FirstPoint(ulong text)
    {
        const ulong Ones = 0x0101010101010101, Points = '.' * Ones;
        ulong others = text ^ Points;
        return (others - Ones) & ~others & (Ones << 7);
    }

    // Eight digits, the first one lowest: pairs are added up, and pairs of pairs, all at once.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Eight(ulong digits)
    {
        digits = digits * 10 + (digits >> 8);
        return (uint)(((digits & 0x000000FF000000FF) * 0x000F424000000064 + ((digits >> 16) & 0x000000FF000000FF) * 0x0000271000000001) >> 32);
    }

    /// <summary>The row of the value of a member that has a name of up to 16 bytes and stands where it stood in the object that was looked into last. Calls nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryGuess(int row, Key key, out int found)
    {
        found = row + key.LastPlace + 1;
        return KnownRows is { } rows && IsMember(rows, row, found - 1, key);
    }

    /// <summary>The number of a member that <see cref="TryGuess"/> finds and <see cref="ReadShort"/> reads; NaN for anything else. Calls nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double GuessNumber(int row, Key key)
    {
        int name = row + key.LastPlace;
        return KnownRows is { } rows && IsMember(rows, row, name, key) ? ReadShort(in rows[name + 1]) : double.NaN;
    }

    // Objects of one kind have their members in the same places. A name knows its object.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool IsMember(Row[] rows, int row, int name, Key key)
        => (uint)name < (uint)rows.Length && rows[name].Next == row && name < rows[row].Next && key.IsShort(Bytes, rows[name].Start, rows[name].Length);

    /// <summary>The row of the value of a member, or -1, also where the row asked is no object's.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int FindMember(int row, Key key) => TryGuess(row, key, out int found) ? found : SearchMember(row, key);

    /// <summary>The row of the next value that elements of an array have under a name, or -1; moves behind the element that has it.</summary>
    /// <param name="element">The row of the element to begin with.</param>
    /// <param name="end">The row behind the array.</param>
    /// <param name="key">The name.</param>
    public int NextMember(ref int element, int end, Key key)
    {
        Row[] rows = Rows;
        while (element < end)
        {
            int found = FindMember(element, key);
            element = rows[element].Next;
            if (found >= 0)
            {
                return found;
            }
        }

        return -1;
    }

    /// <summary>The values that elements of an array have under a name.</summary>
    public JsonValue[] MembersOfItems(int array, Key key)
    {
        int element = array + 1, end = Rows[array].Next, count = 0;
        var values = new JsonValue[Count(array)];
        while (NextMember(ref element, end, key) is >= 0 and int found)
            values[count++] = new JsonValue(this, found);
        return count == values.Length ? values : values.AsSpan(0, count).ToArray();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int SearchMember(int row, Key key)
    {
        Row[] rows = Rows;
        if (rows[row].Kind != RowKind.Object)
        {
            return -1;
        }

        int end = rows[row].Next, last = row + key.LastPlace;
        if (last < end && rows[last].Next == row && key.Is(Bytes, rows[last].Start, rows[last].Length))
        {
            return last + 1;
        }

        for (int i = row + 1; i < end; i = rows[i + 1].Next)
        {
            ref readonly Row name = ref rows[i];
            if (key.Is(Bytes, name.Start, name.Length))
            {
                key.LastPlace = i - row;
                return i + 1;
            }
        }

        return -1;
    }

    /// <summary>The row of the value of a member, or -1; the row asked must be an object's. The name has its quotes and its colon.</summary>
    public int Find(int row, ReadOnlySpan<byte> quoted)
    {
        Row[] rows = Rows;
        ReadOnlySpan<byte> bytes = Bytes;
        int end = rows[row].Next, length = quoted.Length - 1;
        for (int i = row + 1; i < end; i = rows[i + 1].Next)
        {
            ref readonly Row name = ref rows[i];

            // In compact text the colon follows the name at once.
            if (name.Length == length && bytes.Slice(name.Start, length + 1).SequenceEqual(quoted))
            {
                return i + 1;
            }
        }

        return -1;
    }

    /// <summary>How many members or elements an object or array has; 0 for anything else.</summary>
    public int Count(int row)
    {
        Row[] rows = Rows;
        int end = rows[row].Next, count = 0;
        int step = rows[row].Kind == RowKind.Object ? 1 : 0;
        for (int i = row + 1; i < end; i = rows[i + step].Next)
        {
            count++;
        }

        return count;
    }

    /// <summary>The row of an element, or -1; the row asked must be an array's.</summary>
    public int Item(int row, int index)
    {
        int end = Rows[row].Next, i = row + 1;
        for (; i < end && index > 0; index--)
        {
            i = Rows[i].Next;
        }

        return i < end && index == 0 ? i : -1;
    }

    /// <summary>The members of an object, each a name and a part of this document.</summary>
    public JsonProperty[] Members(int row, int spare)
    {
        var members = new JsonProperty[Count(row) + spare];
        int end = Rows[row].Next, count = 0;
        for (int i = row + 1; i < end; i = Rows[i + 1].Next)
        {
            members[count++] = new JsonProperty(Key.Of(Text(i)), new JsonValue(this, i + 1));
        }

        return members;
    }

    /// <summary>The levels of nesting in one part.</summary>
    public int DepthOf(int row)
    {
        int deepest = 0, end = Rows[row].Next;
        Span<int> ends = stackalloc int[JsonValue.MaxDepth];
        int open = 0;
        for (int i = row; i < end; i++)
        {
            while (open > 0 && i >= ends[open - 1])
            {
                open--;
            }

            if (Rows[i].JsonKind is JsonKind.Array or JsonKind.Object)
            {
                ends[open++] = Rows[i].Next;
                deepest = Math.Max(deepest, open);
            }
        }

        return deepest;
    }

    /// <summary>A copy of the text with what has to follow it.</summary>
    public static byte[] Padded(ReadOnlySpan<byte> text)
    {
        byte[] bytes = GC.AllocateUninitializedArray<byte>(text.Length + Spare);
        text.CopyTo(bytes);
        return bytes;
    }

    // Another thread has the value, or this one has read others since: from now on the rows are its own.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private Row[] Reread()
    {
        Row[] rows = Tokenizer.RowsOf(Bytes.AsSpan(0, Length));
        _where = rows;
        return rows;
    }

    /// <summary>A document of its own for one part.</summary>
    public Document Copy(int row)
    {
        Row part = Rows[row];
        var rows = new Row[part.Next - row];
        for (int i = 0; i < rows.Length; i++)
        {
            Row r = Rows[row + i];
            rows[i] = new Row(r.Start - part.Start, r.End - part.Start, r.Next - row, r.Kind);
        }

        return new Document(Padded(Text(row)), rows, DepthOf(row));
    }
}
