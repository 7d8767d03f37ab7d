namespace Compiled.Values;

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

    /// <summary>The row after this one and all it holds; for a member's name the row of the object that it is in.</summary>
    public int Next => _nextAndKind & (Limit - 1);

    public RowKind Kind => (RowKind)((uint)_nextAndKind >> 28);

    public JsonKind JsonKind => (JsonKind)((uint)_nextAndKind >> 28 & 7);

    public int Length => End - Start;
}
