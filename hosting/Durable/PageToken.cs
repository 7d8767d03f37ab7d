using System.Buffers.Binary;
using System.Buffers.Text;

namespace Compiled.Durable;

/// <summary>Where the next page begins, as text that says nothing.</summary>
internal static class PageToken
{
    public static string Write(long position)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, position);
        return Base64Url.EncodeToString(bytes);
    }

    /// <exception cref="InvalidPageTokenException">The text is no token.</exception>
    public static long Read(string token)
    {
        Span<byte> bytes = stackalloc byte[8];
        return Base64Url.IsValid(token, out int length) && length == 8 && Base64Url.TryDecodeFromChars(token, bytes, out _)
            ? BinaryPrimitives.ReadInt64BigEndian(bytes)
            : throw new InvalidPageTokenException(token);
    }
}
