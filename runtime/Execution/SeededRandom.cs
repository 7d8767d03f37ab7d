using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;
using Compiled.Expressions;

namespace Compiled.Execution;

/// <summary>
/// The randomness of one execution: the same seed gives the same numbers. The generator is xoshiro256** (Blackman and Vigna); its
/// state is a hash of the seed, so that nobody can work the seed back from a UUID and guess the tokens.
/// </summary>
public sealed class SeededRandom : IRandomSource
{
    private ulong _a, _b, _c, _d;

    /// <summary>Starts the sequence of a seed.</summary>
    public SeededRandom(ulong seed)
    {
        Span<byte> hash = stackalloc byte[32];
        Derive(seed, "random"u8, hash);
        _a = BinaryPrimitives.ReadUInt64LittleEndian(hash);
        _b = BinaryPrimitives.ReadUInt64LittleEndian(hash[8..]);
        _c = BinaryPrimitives.ReadUInt64LittleEndian(hash[16..]);
        _d = BinaryPrimitives.ReadUInt64LittleEndian(hash[24..]);
    }

    /// <summary>The next 64 random bits.</summary>
    public ulong NextUInt64()
    {
        ulong result = BitOperations.RotateLeft(_b * 5, 7) * 9, t = _b << 17;
        _c ^= _a;
        _d ^= _b;
        _b ^= _c;
        _a ^= _d;
        _c ^= t;
        _d = BitOperations.RotateLeft(_d, 45);
        return result;
    }

    /// <summary>A number from 0 inclusive to 1 exclusive.</summary>
    internal double NextDouble() => (NextUInt64() >> 11) * (1.0 / (1UL << 53));

    /// <summary>The number that <see cref="NextDouble"/> gives next: the generator's output is known before it goes on.</summary>
    internal double PeekDouble() => (BitOperations.RotateLeft(_b * 5, 7) * 9 >> 11) * (1.0 / (1UL << 53));

    /// <summary>Fills a buffer of 32 bytes with what only the holder of the seed can know, different for each purpose.</summary>
    internal static void Derive(ulong seed, ReadOnlySpan<byte> purpose, Span<byte> hash)
    {
        Span<byte> text = stackalloc byte[8 + purpose.Length];
        BinaryPrimitives.WriteUInt64LittleEndian(text, seed);
        purpose.CopyTo(text[8..]);
        SHA256.HashData(text, hash);
    }

    /// <summary>The seed of an execution that another with a seed starts.</summary>
    internal static ulong DeriveSeed(ulong seed, string executionArn)
    {
        Span<byte> hash = stackalloc byte[32];
        Derive(seed, System.Text.Encoding.UTF8.GetBytes(executionArn), hash);
        return BinaryPrimitives.ReadUInt64LittleEndian(hash);
    }

    /// <summary>A version 4 UUID made of 16 bytes.</summary>
    internal static Guid Uuid(ReadOnlySpan<byte> bytes)
    {
        Span<byte> uuid = stackalloc byte[16];
        bytes[..16].CopyTo(uuid);
        uuid[6] = (byte)(uuid[6] & 0x0F | 0x40);
        uuid[8] = (byte)(uuid[8] & 0x3F | 0x80);
        return new Guid(uuid, bigEndian: true);
    }
}
