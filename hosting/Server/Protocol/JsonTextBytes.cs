using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;
using System.Text.Json;

namespace Compiled.Server.Protocol;

/// <summary>
/// JSON texts from bytes to bytes. Inputs and outputs are JSON in a JSON text, with an escape every few bytes, where a reader or writer that looks for the next
/// one anew each time is slow.
/// </summary>
internal static class JsonTextBytes
{
    private const byte Quote = (byte)'"', Backslash = (byte)'\\';

    /// <summary>What stands between the quotes of a JSON text that was parsed already, as UTF-8; null when half of a surrogate pair makes it none.</summary>
    public static ReadOnlyMemory<byte>? Unescape(ReadOnlySpan<byte> escaped)
    {
        byte[] bytes = new byte[escaped.Length];
        int length = 0, i = 0;
        while (true)
        {
            CopyQuoting(escaped, ref i, bytes, ref length);
            CopyUntil(Backslash, Backslash, escaped, ref i, bytes, ref length);
            if (i == escaped.Length)
                return bytes.AsMemory(0, length);
            byte escape = escaped[i + 1];
            i += 2;
            if (escape != 'u')
                bytes[length++] = Plain(escape);
            else if (Unit(escaped[i..]) is < '\u0080' and var ascii)
                (bytes[length++], i) = ((byte)ascii, i + 4);
            else if (TryRune(escaped, ref i, out Rune rune))
                length += rune.EncodeToUtf8(bytes.AsSpan(length));
            else
                return null;
        }
    }

    /// <summary>Writes compact JSON, in which no control character is, as a text.</summary>
    public static void WriteTextOf(this Utf8JsonWriter writer, string name, ReadOnlySpan<byte> json)
    {
        byte[] text = ArrayPool<byte>.Shared.Rent((2 * json.Length) + 2);
        text[0] = Quote;
        int length = 1, i = 0;
        while (true)
        {
            CopyUntil(Quote, Backslash, json, ref i, text, ref length);
            if (i == json.Length)
                break;
            text[length++] = Backslash;
            text[length++] = json[i++];
        }

        text[length++] = Quote;
        writer.WritePropertyName(name);
        writer.WriteRawValue(text.AsSpan(0, length), skipInputValidation: true);
        ArrayPool<byte>.Shared.Return(text);
    }

    // Copies 16 bytes at a time as long as no escape but that of a quote is in them. What comes behind each backslash is copied to its place.
    private static void CopyQuoting(ReadOnlySpan<byte> from, ref int read, Span<byte> to, ref int written)
    {
        ref byte source = ref MemoryMarshal.GetReference(from), target = ref MemoryMarshal.GetReference(to);
        (int i, int length) = (read, written);
        while (i < from.Length - (2 * Vector128<byte>.Count))
        {
            Vector128<byte> part = Vector128.LoadUnsafe(ref source, (nuint)i);
            part.StoreUnsafe(ref target, (nuint)length);
            int left = 0;
            for (uint found = Vector128.Equals(part, Vector128.Create(Backslash)).ExtractMostSignificantBits(); found != 0; found &= found - 1)
            {
                int at = BitOperations.TrailingZeroCount(found);
                if (from[i + at + 1] != Quote)
                {
                    (read, written) = (i + at, length + at - left);
                    return;
                }

                Vector128.LoadUnsafe(ref source, (nuint)(i + at + 1)).StoreUnsafe(ref target, (nuint)(length + at - left));
                left++;
            }

            i += Vector128<byte>.Count;
            length += Vector128<byte>.Count - left;
        }

        (read, written) = (i, length);
    }

    // Copies up to the first of two bytes, 16 at a time: what is too much, the next write overwrites.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CopyUntil(byte one, byte other, ReadOnlySpan<byte> from, ref int read, Span<byte> to, ref int written)
    {
        (int i, int length) = (read, written);
        while (i <= from.Length - Vector128<byte>.Count && length <= to.Length - Vector128<byte>.Count)
        {
            Vector128<byte> part = Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(from), (nuint)i);
            part.StoreUnsafe(ref MemoryMarshal.GetReference(to), (nuint)length);
            uint found = (Vector128.Equals(part, Vector128.Create(one)) | Vector128.Equals(part, Vector128.Create(other))).ExtractMostSignificantBits();
            int plain = found == 0 ? Vector128<byte>.Count : BitOperations.TrailingZeroCount(found);
            i += plain;
            length += plain;
            if (found != 0)
            {
                (read, written) = (i, length);
                return;
            }
        }

        while (i < from.Length && from[i] != one && from[i] != other)
            to[length++] = from[i++];
        (read, written) = (i, length);
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

    // A character by one escape or two, from the digits of the first.
    private static bool TryRune(ReadOnlySpan<byte> escaped, ref int i, out Rune rune)
    {
        char unit = Unit(escaped[i..]);
        i += 4;
        if (!char.IsHighSurrogate(unit) || !escaped[i..].StartsWith("\\u"u8))
            return Rune.TryCreate(unit, out rune);
        char low = Unit(escaped[(i + 2)..]);
        i += 6;
        return Rune.TryCreate(unit, low, out rune);
    }

    // The parser has seen that there are four digits.
    private static char Unit(ReadOnlySpan<byte> digits)
    {
        ReadOnlySpan<byte> four = digits[..4];
        return (char)((Hex(four[0]) << 12) | (Hex(four[1]) << 8) | (Hex(four[2]) << 4) | Hex(four[3]));
    }

    private static int Hex(byte digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;
}
