using System.Runtime.InteropServices;

namespace Compiled.Server.Protocol;

/// <summary>Ids that nobody has to be unable to guess: of requests and of executions.</summary>
internal static class RandomIds
{
    /// <summary>A UUID of version 4, without the system call that <see cref="Guid.NewGuid"/> makes for each.</summary>
    public static string NewUuid()
    {
        Span<byte> bytes = stackalloc byte[16];
        Random.Shared.NextBytes(bytes);
        bytes[7] = (byte)((bytes[7] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return MemoryMarshal.Read<Guid>(bytes).ToString();
    }
}
