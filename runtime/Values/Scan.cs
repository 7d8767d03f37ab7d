using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Compiled.Values;

/// <summary>
/// Checks the scalars of JSON text. Each method takes a position and gives the one behind what it checked, or the complement of the
/// position that is wrong; <see cref="Expected"/> then says why.
/// </summary>
internal static class Scan
{
    /// <summary>A string, from its first quote to behind its last.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int String(ReadOnlySpan<byte> s, int p, out RowKind kind)
    {
        p = Stop(s, p + 1);
        if ((uint)p < (uint)s.Length && s[p] == '"')
        {
            kind = RowKind.Plain;
            return p + 1;
        }

        kind = RowKind.Escaped;
        return RestOfString(s, p);
    }

    /// <summary>Anything but a string, an array or an object.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Scalar(ReadOnlySpan<byte> s, int p, out RowKind kind)
    {
        int start = p;
        p = FewDigits(s, p);
        kind = RowKind.Integer;
        if (p > start && (p - start == 1 || s[start] != '0') && ((uint)p >= (uint)s.Length || s[p] is (byte)',' or (byte)'}' or (byte)']'))
        {
            return p;
        }

        return OtherScalar(s, start, out kind);
    }

    /// <summary>What would have been right at a position where a scalar that started earlier is wrong.</summary>
    public static string Expected(ReadOnlySpan<byte> s, int start, int p)
    {
        byte first = start < s.Length ? s[start] : (byte)0;
        switch (first)
        {
            case (byte)'t' or (byte)'f' or (byte)'n':
                return first == 't' ? "the rest of 'true'" : first == 'f' ? "the rest of 'false'" : "the rest of 'null'";
            case (byte)'"':
                return ExpectedInString(s, start, p);
            case (byte)'-' or (>= (byte)'0' and <= (byte)'9'):
                return p < s.Length && char.IsAsciiDigit((char)s[p]) ? "no digit behind a leading zero" : "a digit";
            default:
                return "a value";
        }
    }

    private static string ExpectedInString(ReadOnlySpan<byte> s, int start, int p)
    {
        if (s[p - 1] == '\\' && IsEscape(s, start, p - 1))
        {
            return "one of '\"\\/bfnrtu' behind a backslash";
        }

        if (p < s.Length && s[p] < ' ')
        {
            return "an escape for the control character";
        }

        int u = s[..p].LastIndexOf("\\u"u8);
        return u >= start && p - u < 6 && IsEscape(s, start, u) ? "four hexadecimal digits behind '\\u'" : "'\"' at the end of a string";
    }

    // A backslash escapes unless it is itself escaped.
    private static bool IsEscape(ReadOnlySpan<byte> s, int start, int backslash)
    {
        ReadOnlySpan<byte> before = s[(start + 1)..backslash];
        return (before.Length - before.TrimEnd((byte)'\\').Length) % 2 == 0;
    }

    // The next quote, backslash or control character.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Stop(ReadOnlySpan<byte> s, int p)
    {
        ref byte first = ref MemoryMarshal.GetReference(s);
        for (; p <= s.Length - Vector128<byte>.Count; p += Vector128<byte>.Count)
        {
            Vector128<byte> v = Vector128.LoadUnsafe(ref first, (nuint)p);
            Vector128<byte> stops = Vector128.Equals(v, Vector128.Create((byte)'"')) | Vector128.Equals(v, Vector128.Create((byte)'\\'))
                | Vector128.Equals(Vector128.Min(v, Vector128.Create((byte)0x1F)), v);
            uint hits = stops.ExtractMostSignificantBits();
            if (hits != 0)
            {
                return p + BitOperations.TrailingZeroCount(hits);
            }
        }

        while ((uint)p < (uint)s.Length && s[p] is not ((byte)'"' or (byte)'\\' or < (byte)' '))
        {
            p++;
        }

        return p;
    }

    private static int RestOfString(ReadOnlySpan<byte> s, int p)
    {
        while ((uint)p < (uint)s.Length)
        {
            if (s[p] == '"')
            {
                return p + 1;
            }

            if (s[p] != '\\')
            {
                return ~p;
            }

            p = SkipCommonEscapes(s, p);
            if ((uint)p >= (uint)s.Length || s[p] != '\\')
            {
                p = Stop(s, p);
                continue;
            }

            if (++p >= s.Length || s[p] is not ((byte)'"' or (byte)'\\' or (byte)'/' or (byte)'b' or (byte)'f' or (byte)'n' or (byte)'r' or (byte)'t' or (byte)'u'))
            {
                return ~p;
            }

            if (s[p++] == 'u')
            {
                if (p <= s.Length - 4 && char.IsAsciiHexDigit((char)s[p]) && char.IsAsciiHexDigit((char)s[p + 1]) && char.IsAsciiHexDigit((char)s[p + 2]) && char.IsAsciiHexDigit((char)s[p + 3]))
                {
                    p = Stop(s, p + 4);
                    continue;
                }

                for (int end = p + 4; p < end; p++)
                {
                    if (p >= s.Length || !char.IsAsciiHexDigit((char)s[p]))
                    {
                        return ~p;
                    }
                }
            }

            p = Stop(s, p);
        }

        return ~s.Length;
    }

    // JSON in a string has an escaped quote every few bytes, and often escaped line ends: 16 bytes with those escapes and no others are passed at once.
    private static int SkipCommonEscapes(ReadOnlySpan<byte> s, int p)
    {
        ref byte first = ref MemoryMarshal.GetReference(s);
        uint escaped = 0;
        for (; p <= s.Length - Vector128<byte>.Count; p += Vector128<byte>.Count)
        {
            Vector128<byte> v = Vector128.LoadUnsafe(ref first, (nuint)p);
            uint backslashes = Vector128.Equals(v, Vector128.Create((byte)'\\')).ExtractMostSignificantBits();
            uint quotes = Vector128.Equals(v, Vector128.Create((byte)'"')).ExtractMostSignificantBits();
            uint lines = Vector128.Equals(v, Vector128.Create((byte)'n')).ExtractMostSignificantBits();
            uint controls = Vector128.Equals(Vector128.Min(v, Vector128.Create((byte)0x1F)), v).ExtractMostSignificantBits();
            uint all = escaped | (backslashes << 1);
            if (((backslashes & all) | (all & 0xFFFF & ~(quotes | lines)) | (quotes & ~all) | controls) != 0)
            {
                break;
            }

            escaped = all >> Vector128<byte>.Count;
        }

        // At a backslash whose escape is in the next bytes, or behind what was escaped.
        return p - (int)escaped;
    }

    private static int OtherScalar(ReadOnlySpan<byte> s, int p, out RowKind kind)
    {
        switch ((uint)p < (uint)s.Length ? s[p] : 0)
        {
            case 't':
                kind = RowKind.True;
                return Literal(s, p, "true"u8);
            case 'f':
                kind = RowKind.False;
                return Literal(s, p, "false"u8);
            case 'n':
                kind = RowKind.Null;
                return Literal(s, p, "null"u8);
            default:
                return Number(s, p, out kind);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Literal(ReadOnlySpan<byte> s, int p, ReadOnlySpan<byte> word)
        => s[p..].StartsWith(word) ? p + word.Length : ~(p + s[p..].CommonPrefixLength(word));

    private static int Number(ReadOnlySpan<byte> s, int p, out RowKind kind)
    {
        kind = RowKind.Integer;
        if ((uint)p < (uint)s.Length && s[p] == '-')
        {
            p++;
        }

        int digits = p;
        p = Digits(s, p);
        if (p == digits || (s[digits] == '0' && p > digits + 1))
        {
            return ~(p == digits ? p : digits + 1);
        }

        if ((uint)p < (uint)s.Length && s[p] == '.')
        {
            kind = RowKind.Decimal;
            digits = ++p;
            p = Digits(s, p);
            if (p == digits)
            {
                return ~p;
            }
        }

        if ((uint)p < (uint)s.Length && s[p] is (byte)'e' or (byte)'E')
        {
            kind = RowKind.Decimal;
            p++;
            if ((uint)p < (uint)s.Length && s[p] is (byte)'+' or (byte)'-')
            {
                p++;
            }

            digits = p;
            p = Digits(s, p);
            if (p == digits)
            {
                return ~p;
            }
        }

        return p;
    }

    /// <summary>The highest bit of each of eight bytes that is no digit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong NoDigits(ulong eight)
    {
        const ulong Zeros = 0x3030303030303030, AboveNine = 0x7676767676767676, Low = 0x7F7F7F7F7F7F7F7F;
        // Nothing is carried from one byte into the next one.
        ulong values = eight ^ Zeros;
        return (((values & Low) + AboveNine) | values) & ~Low;
    }

    // Most numbers have up to seven digits, which are counted at once: where a number ends can't be foretold.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int FewDigits(ReadOnlySpan<byte> s, int p)
    {
        if (p > s.Length - sizeof(ulong))
            return Digits(s, p);
        ulong others = NoDigits(Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref MemoryMarshal.GetReference(s), p)));
        return others == 0 ? Digits(s, p + sizeof(ulong)) : p + (BitOperations.TrailingZeroCount(others) >> 3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Digits(ReadOnlySpan<byte> s, int p)
    {
        while ((uint)p < (uint)s.Length && (uint)s[p] - '0' <= 9)
        {
            p++;
        }

        return p;
    }
}
