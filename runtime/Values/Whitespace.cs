using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Compiled.Values;

/// <summary>Where text that is being read has whitespace between its tokens, and how to leave it out.</summary>
internal sealed class Whitespace
{
    private const int MostGapsKept = 1 << 14;

    private (int Start, int Length)[] _gaps = new (int, int)[64];
    private int _count;

    /// <summary>The bytes of whitespace so far: what offsets in the compact text are smaller by.</summary>
    public int Skipped { get; private set; }

    public void Clear()
    {
        Skipped = _count = 0;
        if (_gaps.Length > MostGapsKept)
        {
            _gaps = new (int, int)[64];
        }
    }

    /// <summary>Which bytes are whitespace.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> In(Vector256<byte> v)
        => Vector256.Equals(v, Vector256.Create((byte)' ')) | Vector256.Equals(v, Vector256.Create((byte)'\n')) | Vector256.Equals(v, Vector256.Create((byte)'\r'))
            | Vector256.Equals(v, Vector256.Create((byte)'\t'));

    /// <summary>Notes whitespace that somebody else found, if there is room.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryAdd(int start, int length)
    {
        (int, int)[] gaps = _gaps;
        int count = _count;
        if ((uint)count >= (uint)gaps.Length)
        {
            return false;
        }

        gaps[count] = (start, length);
        _count = count + 1;
        Skipped += length;
        return true;
    }

    /// <summary>The position of the next byte that is not whitespace.</summary>
    public int Skip(ReadOnlySpan<byte> s, int start)
    {
        int p = End(s, start);
        if (p == start)
        {
            return p;
        }

        if (_count == _gaps.Length)
        {
            Array.Resize(ref _gaps, _count * 2);
        }

        _gaps[_count++] = (start, p - start);
        Skipped += p - start;
        return p;
    }

    /// <summary>A copy of the text without the whitespace, as a <see cref="Document"/> wants it.</summary>
    public byte[] Remove(ReadOnlySpan<byte> s)
    {
        byte[] compact = GC.AllocateUninitializedArray<byte>(s.Length - Skipped + Document.Spare);
        Remove(s, compact);
        return compact;
    }

    /// <summary>Copies the text without the whitespace to where there is room for it and what a <see cref="Document"/> wants behind it.</summary>
    public void Remove(ReadOnlySpan<byte> s, byte[] compact)
    {
        int from = 0, to = 0;
        foreach ((int start, int length) in _gaps.AsSpan(0, _count))
        {
            Copy(s, from, compact, to, start - from);
            to += start - from;
            from = start + length;
        }

        s[from..].CopyTo(compact.AsSpan(to));
    }

    /// <summary>The first position from the given one on that is no whitespace, or the text's end.</summary>
    // Indentation is what there is most of, so a vector at a time is looked at.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int End(ReadOnlySpan<byte> s, int p)
    {
        ref byte first = ref MemoryMarshal.GetReference(s);
        for (; p <= s.Length - Vector128<byte>.Count; p += Vector128<byte>.Count)
        {
            Vector128<byte> v = Vector128.LoadUnsafe(ref first, (nuint)p);
            Vector128<byte> blank = Vector128.Equals(v, Vector128.Create((byte)' ')) | Vector128.Equals(v, Vector128.Create((byte)'\n'))
                | Vector128.Equals(v, Vector128.Create((byte)'\r')) | Vector128.Equals(v, Vector128.Create((byte)'\t'));
            uint others = ~blank.ExtractMostSignificantBits() & 0xFFFF;
            if (others != 0)
            {
                return p + BitOperations.TrailingZeroCount(others);
            }
        }

        while ((uint)p < (uint)s.Length && s[p] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
        {
            p++;
        }

        return p;
    }

    // Between two gaps there are a few bytes mostly. A whole vector is copied where there is room: what is too much, the next piece overwrites.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Copy(ReadOnlySpan<byte> s, int from, byte[] compact, int to, int length)
    {
        if (length <= Vector128<byte>.Count && from <= s.Length - Vector128<byte>.Count && to <= compact.Length - Vector128<byte>.Count)
        {
            Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(s), (nuint)from).StoreUnsafe(ref MemoryMarshal.GetArrayDataReference(compact), (nuint)to);
        }
        else
        {
            s.Slice(from, length).CopyTo(compact.AsSpan(to));
        }
    }
}
