using System.Globalization;
using System.Runtime.CompilerServices;
using Compiled.Values;

namespace Compiled.Expressions;

/// <content>MathAdd and MathRandom. Integers have 32 bits; other numbers are rounded, halves up.</content>
public static partial class Intrinsics
{
    private const string Integer = "an integer of 32 bits";

    /// <summary><c>States.MathAdd</c>: the sum of two integers. FEATURES L-418.</summary>
    public static JsonValue MathAdd(string functionText, JsonValue first, JsonValue second)
    {
        // Sums of sums, such as a loop's counter, are whole numbers that were built.
        if (first.IsBuiltInteger && second.IsBuiltInteger && first.Bits == (int)first.Bits && second.Bits == (int)second.Bits)
        {
            long quick = first.Bits + second.Bits;
            if (quick == (int)quick)
            {
                return JsonValue.Number(quick);
            }
        }

        return AddAny(functionText, first, second);
    }

    /// <summary>The sum of two numbers, where they and it are integers of 32 bits; false for others, which <c>MathAdd</c> rounds or refuses.</summary>
    public static bool TryAdd(double first, double second, out long sum)
    {
        sum = (long)first + (long)second;
        return (int)first == first && (int)second == second && sum == (int)sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static JsonValue AddAny(string functionText, JsonValue first, JsonValue second)
    {
        if (!TryInteger(first, out int a))
        {
            return Mismatch(functionText, Integer, 0, first, second);
        }

        if (!TryInteger(second, out int b))
        {
            return Mismatch(functionText, Integer, 1, first, second);
        }

        long sum = (long)a + b;
        return sum == (int)sum
            ? JsonValue.Number(sum)
            : Fail(functionText, string.Create(CultureInfo.InvariantCulture, $"The sum {sum} is outside the range of 32 bits."));
    }

    /// <summary>
    /// <c>States.MathRandom</c>: an integer from the start, included, to the end, not included (I-011: what AWS does, against its guide).
    /// When both are the same it is that one. FEATURES L-417.
    /// </summary>
    public static JsonValue MathRandom(string functionText, JsonValue start, JsonValue end, IRandomSource random)
        => TryRange(functionText, start, end, [start, end], out int from, out int to, out JsonValue failure)
            ? Between(from, to, from == to ? 0 : random.NextUInt64())
            : failure;

    /// <summary><c>States.MathRandom</c> with a seed: always the same integer for the same three arguments. FEATURES L-417.</summary>
    public static JsonValue MathRandom(string functionText, JsonValue start, JsonValue end, JsonValue seed)
    {
        if (!TryRange(functionText, start, end, [start, end, seed], out int from, out int to, out JsonValue failure))
        {
            return failure;
        }

        return TryInteger(seed, out int given) ? Between(from, to, Mix((uint)given)) : Mismatch(functionText, Integer, 2, start, end, seed);
    }

    private static bool TryRange(
        string functionText, JsonValue start, JsonValue end, ReadOnlySpan<JsonValue> arguments, out int from, out int to, out JsonValue failure)
    {
        failure = default;
        to = 0;
        if (!TryInteger(start, out from))
        {
            failure = Mismatch(functionText, Integer, 0, arguments);
        }
        else if (!TryInteger(end, out to))
        {
            failure = Mismatch(functionText, Integer, 1, arguments);
        }
        else if (from > to)
        {
            failure = TryFindFailure(arguments, out JsonValue earlier)
                ? earlier
                : Fail(functionText, string.Create(CultureInfo.InvariantCulture, $"The start {from} is greater than the end {to}."));
        }

        return failure.IsMissing;
    }

    // The high half of the product maps 64 random bits to the range all but evenly: no integer is favoured by more than 2^-32.
    private static JsonValue Between(int from, int to, ulong random)
        => JsonValue.Number(from + (long)Math.BigMul(random, (ulong)((long)to - from), out _));

    // One step of SplitMix64, whose outputs for neighbouring seeds are unrelated.
    internal static ulong Mix(ulong seed)
    {
        ulong z = seed + 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    // A number of 32 bits, after rounding as Java's Math.round does: to the nearest, halves towards positive infinity.
    internal static bool TryInteger(JsonValue value, out int integer)
    {
        if (value.TryGetInt64(out long whole))
        {
            integer = (int)whole;
            return integer == whole;
        }

        integer = 0;
        if (!value.TryGetDouble(out double number))
        {
            return false;
        }

        double floor = Math.Floor(number);
        double rounded = number - floor >= 0.5 ? floor + 1 : floor;
        if (rounded is not (>= int.MinValue and <= int.MaxValue))
        {
            return false;
        }

        integer = (int)rounded;
        return true;
    }
}
