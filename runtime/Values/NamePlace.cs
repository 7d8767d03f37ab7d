using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Compiled.Values;

/// <summary>A name with its quotes and the colon that follows at once, as it stood in a text before.</summary>
internal readonly struct NamePlace
{
    private const int Longest = 2 * sizeof(ulong);

    private readonly ulong _first, _mask, _last;

    private NamePlace(ReadOnlySpan<byte> name, ProjectedMember? member)
    {
        (Member, Length) = (member, name.Length);
        Span<byte> padded = stackalloc byte[Longest];
        padded.Clear();
        name.CopyTo(padded);
        _first = MemoryMarshal.Read<ulong>(padded);
        _mask = Length < sizeof(ulong) ? (1UL << 8 * Length) - 1 : ulong.MaxValue;
        _last = Length <= sizeof(ulong) ? _first : MemoryMarshal.Read<ulong>(padded[(Length - sizeof(ulong))..]);
        Back = Math.Max(Length - sizeof(ulong), 0);
    }

    /// <summary>What is kept of the member; null for nothing.</summary>
    public ProjectedMember? Member { get; }

    /// <summary>The members of the object that the member's value may be, if they are read one by one.</summary>
    public MemberLayout? Inside { get; init; }

    public int Length { get; }

    // Where the last eight bytes begin.
    private int Back { get; }

    /// <summary>Makes one of a name of at most 16 bytes.</summary>
    public static bool TryMake(ReadOnlySpan<byte> name, ProjectedMember? member, out NamePlace place)
    {
        place = name.Length <= Longest ? new NamePlace(name, member) : default;
        return place.Length > 0;
    }

    /// <summary>Whether the name stands there, from where 16 bytes can be read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsAt(ref byte at)
        => (((Unsafe.ReadUnaligned<ulong>(ref at) ^ _first) | (Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref at, Back)) ^ _last)) & _mask) == 0;

    /// <summary>Whether the other is the same name.</summary>
    public bool IsSame(in NamePlace other) => Length == other.Length && _first == other._first && _last == other._last;
}
