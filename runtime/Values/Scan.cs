using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace Compiled.Values;

/// <summary>Checks the scalars of JSON text: each method moves the position over one, or stands where it is wrong and says why.</summary>
internal static class Scan
{
    /// <summary>A string, from its first quote to behind its last.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool String(ReadOnlySpan<byte> s, ref int p, out bool isEscaped, ref TextFault fault)
    {
        p = Stop(s, p + 1);
        isEscaped = (uint)p >= (uint)s.Length || s[p] != '"';
        if (isEscaped && !RestOfString(s, ref p, ref fault))
        {
            return false;
        }

        p++;
        return true;
    }

    /// <summary>Anything but a string, an array or an object.</summary>
    public static bool Scalar(ReadOnlySpan<byte> s, ref int p, out RowKind kind, ref TextFault fault)
    {
        switch (s[p])
        {
            case (byte)'t':
                kind = RowKind.True;
                return Literal(s, "true"u8, ref p, ref fault);
            case (byte)'f':
                kind = RowKind.False;
                return Literal(s, "false"u8, ref p, ref fault);
            case (byte)'n':
                kind = RowKind.Null;
                return Literal(s, "null"u8, ref p, ref fault);
            default:
                return Number(s, ref p, out kind, ref fault);
        }
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

    private static bool RestOfString(ReadOnlySpan<byte> s, ref int p, ref TextFault fault)
    {
        while (true)
        {
            if (p >= s.Length)
            {
                return Fail(p, "'\"' at the end of a string", ref fault);
            }

            switch (s[p])
            {
                case (byte)'"': return true;
                case (byte)'\\': break;
                default: return Fail(p, "an escape for the control character", ref fault);
            }

            if (p + 1 >= s.Length || "\"\\/bfnrtu"u8.IndexOf(s[p + 1]) < 0)
            {
                return Fail(p + 1, "one of '\"\\/bfnrtu' behind a backslash", ref fault);
            }

            p += 2;
            if (s[p - 1] == 'u')
            {
                for (int end = p + 4; p < end; p++)
                {
                    if (p >= s.Length || !char.IsAsciiHexDigit((char)s[p]))
                    {
                        return Fail(p, "four hexadecimal digits behind '\\u'", ref fault);
                    }
                }
            }

            p = Stop(s, p);
        }
    }

    private static bool Literal(ReadOnlySpan<byte> s, ReadOnlySpan<byte> literal, ref int p, ref TextFault fault)
    {
        int same = s[p..].CommonPrefixLength(literal);
        p += same;
        return same == literal.Length || Fail(p, $"the rest of '{Encoding.ASCII.GetString(literal)}'", ref fault);
    }

    private static bool Number(ReadOnlySpan<byte> s, ref int p, out RowKind kind, ref TextFault fault)
    {
        kind = RowKind.Integer;
        int start = p;
        if (s[p] == '-')
        {
            p++;
        }

        int digits = p;
        p = Digits(s, p);
        if (p == digits)
        {
            return Fail(p, p == start ? "a value" : "a digit", ref fault);
        }

        if (s[digits] == '0' && p - digits > 1)
        {
            return Fail(digits + 1, "no digit behind a leading zero", ref fault);
        }

        if ((uint)p < (uint)s.Length && s[p] == '.')
        {
            kind = RowKind.Decimal;
            digits = ++p;
            p = Digits(s, p);
            if (p == digits)
            {
                return Fail(p, "a digit", ref fault);
            }
        }

        if ((uint)p < (uint)s.Length && (s[p] | 0x20) == 'e')
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
                return Fail(p, "a digit", ref fault);
            }
        }

        return true;
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

    private static bool Fail(int position, string expected, ref TextFault fault)
    {
        fault = new TextFault(position, expected);
        return false;
    }
}
