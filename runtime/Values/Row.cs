namespace Compiled.Values;

/// <summary>The kinds of <see cref="Row"/>: the low three bits are the <see cref="JsonKind"/>, the fourth tells two spellings apart.</summary>
internal enum RowKind : byte
{
    Null = JsonKind.Null,
    False = JsonKind.False,
    True = JsonKind.True,

    /// <summary>A number of digits only, with or without a sign.</summary>
    Integer = JsonKind.Number,

    /// <summary>A string that means what its bytes say.</summary>
    Plain = JsonKind.String,

    Array = JsonKind.Array,
    Object = JsonKind.Object,

    /// <summary>A number with a fraction or an exponent.</summary>
    Decimal = JsonKind.Number | 8,

    /// <summary>A string with at least one escape.</summary>
    Escaped = JsonKind.String | 8,
}

/// <summary>
/// One value (or member name) of a <see cref="Document"/> in 12 bytes: where its text starts and ends, and the row after it and all it holds.
/// The rows of an object's members follow it in pairs of name and value, those of an array's elements one after another.
/// </summary>
internal readonly struct Row(int start, int end, int next, RowKind kind)
{
    /// <summary>Rows are counted in 28 bits, as the kind takes the other four.</summary>
    public const int Limit = 1 << 28;

    public readonly int Start = start;
    public readonly int End = end;
    private readonly int _nextAndKind = next | (int)kind << 28;

    public int Next => _nextAndKind & (Limit - 1);

    public RowKind Kind => (RowKind)((uint)_nextAndKind >> 28);

    public JsonKind JsonKind => (JsonKind)((uint)_nextAndKind >> 28 & 7);

    public int Length => End - Start;
}
