using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Compiled.Values;

/// <summary>A cheap hash of a member's name as it stands in JSON text, quotes included: three samples of four bytes and the length.</summary>
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

        uint head = Unsafe.ReadUnaligned<uint>(ref first);
        uint middle = Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref first, (length - 4) >> 1));
        uint tail = Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref first, length - 4));
        uint hash = head * 0x9E3779B1u + middle * 0x85EBCA6Bu + tail * 0xC2B2AE35u + (uint)length * 0x27D4EB2Fu;
        return hash ^ hash >> 15;
    }
}
