using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Compiled.Values;

/// <content>How large C# values are as JSON, at most.</content>
public static partial class PlainJson
{
    /// <summary>More bytes than any limit lets through: a value whose JSON is none, or would be read as another value.</summary>
    public const long Unusual = 1L << 40;

    // Outside of these bounds System.Text.Json writes an exponent where other numbers have none.
    private const double MostPlain = 1e15, LeastPlain = 1e-4;

    /// <summary>A string: each character may be escaped with six bytes, and quotes stand around it. Half a surrogate pair is unusual.</summary>
    public static long MostBytes(string? value)
        => value is null ? 4 : HasSurrogate(value) && !IsWellFormed(value) ? Unusual : (6L * value.Length) + 2;

    /// <summary>A number; one that is written with an exponent is unusual, and so is what is no number.</summary>
    public static long MostBytes(double value)
    {
        double magnitude = Math.Abs(value);
        return magnitude is >= LeastPlain and < MostPlain or 0 ? NumberFormat.Longest : Unusual;
    }

    /// <summary>A number, or null.</summary>
    public static long MostBytes(double? value) => value is { } known ? MostBytes(known) : 4;

    /// <summary>A whole number.</summary>
    public static long MostBytes(long value) => NumberFormat.Longest;

    /// <summary>A whole number, or null.</summary>
    public static long MostBytes(long? value) => NumberFormat.Longest;

    /// <summary>True or false.</summary>
    public static long MostBytes(bool value) => 5;

    /// <summary>True, false or null.</summary>
    public static long MostBytes(bool? value) => 5;

    // Most strings are too short for a general search to be worth its call: eight characters at a time, the last eight of them twice.
    private static bool HasSurrogate(string value)
    {
        const int Step = 8;
        if (value.Length < Step)
        {
            foreach (char c in value)
            {
                if (char.IsSurrogate(c))
                    return true;
            }

            return false;
        }

        ref ushort first = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(value.AsSpan()));
        var mask = Vector128.Create((ushort)0xF800);
        var mark = Vector128.Create((ushort)0xD800);
        int last = value.Length - Step;
        for (int i = 0; i < last; i += Step)
        {
            if (Vector128.EqualsAny(Vector128.LoadUnsafe(ref first, (nuint)i) & mask, mark))
                return true;
        }

        return Vector128.EqualsAny(Vector128.LoadUnsafe(ref first, (nuint)last) & mask, mark);
    }

    private static bool IsWellFormed(string value)
    {
        for (int i = 0; i < value.Length; i++)
        {
            if (!char.IsSurrogate(value[i]))
                continue;
            if (i + 1 == value.Length || !char.IsSurrogatePair(value[i], value[i + 1]))
                return false;
            i++;
        }

        return true;
    }
}
