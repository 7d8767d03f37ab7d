using System.Buffers.Text;
using System.Text;
using System.Text.Unicode;

namespace Compiled.Server.Protocol;

/// <summary>JSON texts from bytes to bytes.</summary>
internal static class JsonTextBytes
{
    /// <summary>
    /// What stands between the quotes of a JSON text that was parsed already, as UTF-8; null when that is none. Inputs are JSON in a JSON text, with an escape
    /// every few bytes, where a reader that looks for the next one is slow.
    /// </summary>
    public static byte[]? Unescape(ReadOnlySpan<byte> escaped)
    {
        if (!Utf8.IsValid(escaped))
            return null;
        if (escaped.IndexOf((byte)'\\') < 0)
            return escaped.ToArray();
        byte[] bytes = new byte[escaped.Length];
        int length = 0;
        for (int i = 0; i < escaped.Length; i++)
        {
            byte next = escaped[i];
            if (next != '\\')
            {
                bytes[length++] = next;
                continue;
            }

            next = escaped[++i];
            if (next != 'u')
            {
                bytes[length++] = Plain(next);
                continue;
            }

            char unit = Unit(escaped[(i + 1)..]);
            i += 4;
            Rune rune;
            if (char.IsHighSurrogate(unit) && escaped[(i + 1)..].StartsWith("\\u"u8) && Unit(escaped[(i + 3)..]) is var low && char.IsLowSurrogate(low))
            {
                rune = new Rune(unit, low);
                i += 6;
            }
            else if (!Rune.TryCreate(unit, out rune))
            {
                return null;
            }

            length += rune.EncodeToUtf8(bytes.AsSpan(length));
        }

        return bytes[..length];
    }

    private static byte Plain(byte escape) => escape switch
    {
        (byte)'b' => (byte)'\b',
        (byte)'f' => (byte)'\f',
        (byte)'n' => (byte)'\n',
        (byte)'r' => (byte)'\r',
        (byte)'t' => (byte)'\t',
        _ => escape,
    };

    // The parser has seen that there are four digits.
    private static char Unit(ReadOnlySpan<byte> digits)
    {
        Utf8Parser.TryParse(digits[..4], out ushort unit, out _, 'x');
        return (char)unit;
    }
}
