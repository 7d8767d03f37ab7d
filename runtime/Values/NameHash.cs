using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Compiled.Values;

/// <summary>
/// A cheap hash of a member's name as it stands in JSON text, quotes included: three samples of four bytes and the length. The high bits
/// are the good ones.
/// </summary>
internal static class NameHash
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Of(ReadOnlySpan<byte> quoted)
    {
        ref byte first = ref MemoryMarshal.GetReference(quoted);
        int length = quoted.Length;
        if (length < 4)
        {
            // Two quotes and at most one byte between them.
            return (length < 3 ? 7u : quoted[1] + 31u) * 0x9E3779B1u;
        }

        ulong ends = (ulong)Unsafe.ReadUnaligned<uint>(ref first) << 32 | Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref first, length - 4));
        ulong middle = Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref first, (length - 4) >> 1));
        return (uint)((ends + middle * 0xC2B2AE3D27D4EB4FuL + (uint)length) * 0x9E3779B97F4A7C15uL >> 32);
    }

    /// <summary>Two of 64 bits for a filter of names.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Bits(ReadOnlySpan<byte> quoted)
    {
        uint hash = Of(quoted);
        return 1UL << (int)(hash >> 26) | 1UL << (int)(hash >> 20);
    }
}
