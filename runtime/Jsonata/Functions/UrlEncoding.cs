using System.Buffers;
using System.Text;
using Compiled.Expressions;

namespace Compiled.Jsonata;

/// <summary>ECMAScript's encodeURI, encodeURIComponent and their opposites.</summary>
internal static class UrlEncoding
{
    private const string Unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.!~*'()";
    private const string Reserved = ";/?:@&=+$,#";
    private const int ScratchChars = 256, LongestCharacter = 4;

    private static readonly SearchValues<char> s_component = SearchValues.Create(Unreserved);
    private static readonly SearchValues<char> s_whole = SearchValues.Create(Unreserved + Reserved);

    /// <summary>Writes all but a few characters as <c>%XX</c> of their UTF-8 bytes; null for half of a surrogate pair that stands alone.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isWhole">Whether the characters that give a URL its structure stay.</param>
    public static string? Encode(string text, bool isWhole)
    {
        SearchValues<char> kept = isWhole ? s_whole : s_component;
        if (text.AsSpan().IndexOfAnyExcept(kept) < 0)
        {
            return text;
        }

        var encoded = new TextBuilder(stackalloc char[ScratchChars]);
        ReadOnlySpan<char> rest = text;
        Span<byte> utf8 = stackalloc byte[LongestCharacter];
        while (true)
        {
            int plain = rest.IndexOfAnyExcept(kept);
            encoded.Append(plain < 0 ? rest : rest[..plain]);
            if (plain < 0)
            {
                return encoded.End();
            }

            rest = rest[plain..];
            if (Rune.DecodeFromUtf16(rest, out Rune rune, out int used) != OperationStatus.Done)
            {
                return null;
            }

            rest = rest[used..];
            foreach (byte b in utf8[..rune.EncodeToUtf8(utf8)])
            {
                encoded.Append('%');
                encoded.Append(HexDigit(b >> 4));
                encoded.Append(HexDigit(b & 15));
            }
        }
    }

    /// <summary>Undoes <see cref="Encode"/>; null where a <c>%</c> does not start UTF-8.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isWhole">Whether what stands for a character that gives a URL its structure stays as it is.</param>
    public static string? Decode(string text, bool isWhole)
    {
        if (!text.Contains('%'))
        {
            return text;
        }

        var decoded = new TextBuilder(stackalloc char[ScratchChars]);
        ReadOnlySpan<char> rest = text;
        Span<byte> utf8 = stackalloc byte[LongestCharacter];
        Span<char> utf16 = stackalloc char[2];
        while (true)
        {
            int percent = rest.IndexOf('%');
            decoded.Append(percent < 0 ? rest : rest[..percent]);
            if (percent < 0)
            {
                return decoded.End();
            }

            rest = rest[percent..];
            int count = Bytes(rest, utf8);
            if (count == 0 || Rune.DecodeFromUtf8(utf8[..count], out Rune rune, out int used) != OperationStatus.Done || used != count)
            {
                return null;
            }

            int length = count * 3;
            if (isWhole && rune.IsAscii && Reserved.Contains((char)rune.Value))
            {
                decoded.Append(rest[..length]);
            }
            else
            {
                decoded.Append(utf16[..rune.EncodeToUtf16(utf16)]);
            }

            rest = rest[length..];
        }
    }

    // The bytes of one character, as many as the first one says; none if they are not all there.
    private static int Bytes(ReadOnlySpan<char> text, Span<byte> utf8)
    {
        if (!TryByte(text, out utf8[0]))
        {
            return 0;
        }

        int count = utf8[0] switch { < 0x80 => 1, >= 0xC0 and < 0xE0 => 2, >= 0xE0 and < 0xF0 => 3, >= 0xF0 and < 0xF8 => LongestCharacter, _ => 0 };
        for (int i = 1; i < count; i++)
        {
            text = text[3..];
            if (!TryByte(text, out utf8[i]))
            {
                return 0;
            }
        }

        return count;
    }

    private static bool TryByte(ReadOnlySpan<char> text, out byte value)
    {
        bool isByte = text is ['%', char high, char low, ..] && char.IsAsciiHexDigit(high) && char.IsAsciiHexDigit(low);
        value = isByte ? (byte)(HexValue(text[1]) << 4 | HexValue(text[2])) : (byte)0;
        return isByte;
    }

    private static int HexValue(char digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;

    private static char HexDigit(int value) => "0123456789ABCDEF"[value];
}
