using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Compiled.Server.Protocol;

/// <summary>
/// Tokens of pages: each is good for the same request only, and for 24 hours. FEATURES P-010. Whoever makes one up gets another page of what the
/// same request would list anyway, so they are not signed.
/// </summary>
internal static class PageTokens
{
    private const int HashBytes = 8, TimeBytes = 8;

    private static readonly TimeSpan s_lifetime = TimeSpan.FromHours(24);

    /// <summary>Makes a token.</summary>
    /// <param name="request">The operation and all arguments but the token and the size of the page.</param>
    /// <param name="position">Where the next page begins.</param>
    /// <param name="now">The time.</param>
    public static string Write(string request, string position, DateTimeOffset now)
    {
        byte[] token = new byte[HashBytes + TimeBytes + Encoding.UTF8.GetByteCount(position)];
        Hash(request).CopyTo(token, 0);
        BitConverter.TryWriteBytes(token.AsSpan(HashBytes), now.ToUnixTimeSeconds());
        Encoding.UTF8.GetBytes(position, token.AsSpan(HashBytes + TimeBytes));
        return Base64Url.EncodeToString(token);
    }

    /// <summary>The position in a token.</summary>
    /// <exception cref="ApiException">InvalidToken.</exception>
    public static string Read(string request, string token, DateTimeOffset now)
    {
        if (!Base64Url.IsValid(token, out int length) || length < HashBytes + TimeBytes)
            throw ApiErrors.InvalidToken();
        byte[] bytes = Base64Url.DecodeFromChars(token);
        long made = BitConverter.ToInt64(bytes, HashBytes), age = now.ToUnixTimeSeconds() - made;
        return bytes.AsSpan(0, HashBytes).SequenceEqual(Hash(request)) && age >= 0 && age <= s_lifetime.TotalSeconds
            ? Encoding.UTF8.GetString(bytes, HashBytes + TimeBytes, bytes.Length - HashBytes - TimeBytes)
            : throw ApiErrors.InvalidToken();
    }

    private static byte[] Hash(string request) => SHA256.HashData(Encoding.UTF8.GetBytes(request))[..HashBytes];
}
