using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Unicode;

namespace Compiled.Values;

/// <summary>Reads the text between the quotes of a JSON string that has been checked by <see cref="Tokenizer"/>.</summary>
internal static class StringText
{
    private const int StackChars = 256;

    /// <summary>The string that the raw text means. An escaped half of a surrogate pair that stands alone becomes U+FFFD.</summary>
    [SkipLocalsInit]
    public static string Decode(ReadOnlySpan<byte> raw)
    {
        if (raw.IndexOf((byte)'\\') < 0)
        {
            return Encoding.UTF8.GetString(raw);
        }

        char[]? rented = null;
        Span<char> chars = raw.Length <= StackChars ? stackalloc char[StackChars] : rented = ArrayPool<char>.Shared.Rent(raw.Length);
        string text = new(chars[..Decode(raw, chars)]);
        if (rented is not null)
        {
            ArrayPool<char>.Shared.Return(rented);
        }

        return text;
    }

    /// <summary>Writes the decoded text, which never has more chars than the raw text has bytes, and gives its length.</summary>
    public static int Decode(ReadOnlySpan<byte> raw, Span<char> chars)
    {
        int written = 0;
        bool surrogates = false;
        while (true)
        {
            int plain = raw.IndexOf((byte)'\\');
            if (plain < 0)
            {
                plain = raw.Length;
            }

            Utf8.ToUtf16(raw[..plain], chars[written..], out _, out int count);
            written += count;
            if (plain == raw.Length)
            {
                break;
            }

            char c = Escape(raw[plain..], out int length);
            surrogates |= char.IsSurrogate(c);
            chars[written++] = c;
            raw = raw[(plain + length)..];
        }

        if (surrogates)
        {
            ReplaceLoneSurrogates(chars[..written]);
        }

        return written;
    }

    /// <summary>Orders two plain strings as UTF-16 does, from their UTF-8: supplementary characters come before U+E000.</summary>
    public static int CompareUtf16(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        int same = left.CommonPrefixLength(right);
        if (same == left.Length || same == right.Length)
        {
            return left.Length - right.Length;
        }

        return Rank(left[same]) - Rank(right[same]);
    }

    // 0xEE and 0xEF start U+E000 to U+FFFF, which sort after the surrogates that 0xF0 to 0xF4 turn into.
    private static int Rank(byte b) => b is 0xEE or 0xEF ? b + 0x10 : b;

    private static char Escape(ReadOnlySpan<byte> text, out int length)
    {
        length = 2;
        switch (text[1])
        {
            case (byte)'b': return '\b';
            case (byte)'f': return '\f';
            case (byte)'n': return '\n';
            case (byte)'r': return '\r';
            case (byte)'t': return '\t';
            case (byte)'u':
                length = 6;
                return (char)(Hex(text[2]) << 12 | Hex(text[3]) << 8 | Hex(text[4]) << 4 | Hex(text[5]));
            default: return (char)text[1];
        }
    }

    private static int Hex(byte digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;

    private static void ReplaceLoneSurrogates(Span<char> chars)
    {
        for (int i = 0; i < chars.Length; i++)
        {
            if (!char.IsSurrogate(chars[i]))
            {
                continue;
            }

            if (i + 1 < chars.Length && char.IsSurrogatePair(chars[i], chars[i + 1]))
            {
                i++;
            }
            else
            {
                chars[i] = '\uFFFD';
            }
        }
    }
}
