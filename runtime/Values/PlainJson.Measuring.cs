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
        => value is null ? 4 : value.AsSpan().ContainsAnyInRange('\ud800', '\udfff') && !IsWellFormed(value) ? Unusual : (6L * value.Length) + 2;

    /// <summary>A number; one that is written with an exponent is unusual, and so is what is no number.</summary>
    public static long MostBytes(double value)
    {
        double magnitude = Math.Abs(value);
        return magnitude is >= LeastPlain and < MostPlain or 0 ? NumberFormat.Longest : Unusual;
    }

    /// <summary>A number, or null.</summary>
    public static long MostBytes(double? value) => value is { } known ? MostBytes(known) : 4;

    /// <summary>A whole number, or null.</summary>
    public static long MostBytes(long? value) => NumberFormat.Longest;

    /// <summary>True, false or null.</summary>
    public static long MostBytes(bool? value) => 5;

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
