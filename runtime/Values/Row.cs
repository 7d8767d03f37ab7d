using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

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

    /// <summary>Whether this is an object that ends just before the row.</summary>
    public bool IsObjectBefore(int row) => _nextAndKind == (row | (int)RowKind.Object << 28);

    /// <summary>Writes a row where it is to stand: made elsewhere and copied, its parts would be put aside first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Put(ref Row row, nint start, nint end, nint next, RowKind kind)
    {
        ref byte at = ref Unsafe.As<Row, byte>(ref row);
        Unsafe.WriteUnaligned(ref at, (uint)start | (ulong)end << 32);
        Unsafe.WriteUnaligned(ref Unsafe.Add(ref at, sizeof(ulong)), (int)next | (int)kind << 28);
    }

    /// <summary>Writes where a container ends whose start and kind are written.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void PutEnd(ref Row row, nint end, nint next)
    {
        ref int at = ref Unsafe.As<Row, int>(ref row);
        Unsafe.Add(ref at, 1) = (int)end;
        Unsafe.Add(ref at, 2) = Unsafe.Add(ref at, 2) & ~(Limit - 1) | (int)next;
    }

    /// <summary>Copies rows to where their text stands so much later, and they themselves so many rows later.</summary>
    public static void Move(ReadOnlySpan<Row> rows, Span<Row> target, int moved, int later)
    {
        // Kinds stay as they are, since no row comes to stand beyond the limit. Four rows are three vectors.
        const int Together = 4;
        ReadOnlySpan<int> from = MemoryMarshal.Cast<Row, int>(rows);
        Span<int> to = MemoryMarshal.Cast<Row, int>(target[..rows.Length]);
        Vector128<int> first = Vector128.Create(moved, moved, later, moved), second = Vector128.Create(moved, later, moved, moved), third = Vector128.Create(later, moved, moved, later);
        int done = 0;
        for (; done <= rows.Length - Together; done += Together)
        {
            ref int source = ref MemoryMarshal.GetReference(from[(3 * done)..]), copy = ref MemoryMarshal.GetReference(to[(3 * done)..]);
            (Vector128.LoadUnsafe(ref source) + first).StoreUnsafe(ref copy);
            (Vector128.LoadUnsafe(ref source, 4) + second).StoreUnsafe(ref copy, 4);
            (Vector128.LoadUnsafe(ref source, 8) + third).StoreUnsafe(ref copy, 8);
        }

        for (; done < rows.Length; done++)
            target[done] = new Row(rows[done].Start + moved, rows[done].End + moved, rows[done].Next + later, rows[done].Kind);
    }
}
