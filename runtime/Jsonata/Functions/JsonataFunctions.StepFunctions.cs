using System.Text;
using Compiled.Expressions;
using Compiled.Values;

namespace Compiled.Jsonata;

/// <content>What Step Functions has beside JSONata's functions: like the intrinsic functions of those names. FEATURES L-441 to L-444.</content>
public static partial class JsonataFunctions
{
    private const int MostInRange = 10_000_000;

    /// <summary><c>$partition(array, size)</c>: the elements in arrays of a size, the last one with what is left.</summary>
    /// <exception cref="JsonataException">T0410: the size is no positive whole number of 32 bits, after rounding.</exception>
    public static JsonValue Partition(JsonValue array, JsonValue size)
    {
        Arguments.Number(size, "partition", 2, out _);
        if (array.IsMissing)
        {
            return default;
        }

        return Intrinsics.TryInteger(size, out int length) && length > 0
            ? Intrinsics.Chunks(Arguments.Array(array), length)
            : throw Unfit("partition", 2, "must be a positive integer");
    }

    /// <summary><c>$range(first, last, step)</c>: a sequence of the integers from the first to the last, both included.</summary>
    /// <exception cref="JsonataException">
    /// T0410: an argument is no integer of 32 bits, after rounding, or the step is 0. D2014: there are more than ten million. U1001: the evaluation
    /// has no steps left.
    /// </exception>
    public static JsonValue Range(JsonValue first, JsonValue last, JsonValue step, Evaluation evaluation)
    {
        Arguments.Number(first, "range", 1, out _);
        Arguments.Number(last, "range", 2, out _);
        Arguments.Number(step, "range", 3, out _);
        if (first.IsMissing || last.IsMissing || step.IsMissing)
        {
            return default;
        }

        int from = Integer(first, 1), to = Integer(last, 2), by = Integer(step, 3);
        if (by == 0)
        {
            throw Unfit("range", 3, "must not be 0");
        }

        bool isEmpty = by > 0 ? from > to : from < to;
        long count = isEmpty ? 0 : (((long)to - from) / by) + 1;
        if (count > MostInRange)
        {
            throw JsonataError.Of("D2014", value: count);
        }

        evaluation.Step((int)count);
        var items = new JsonValue[count];
        for (int i = 0; i < items.Length; i++)
        {
            items[i] = JsonValue.Number(from + ((long)i * by));
        }

        return JsonValue.SequenceOf(items);

        static int Integer(JsonValue value, int index)
            => Intrinsics.TryInteger(value, out int integer) ? integer : throw Unfit("range", index, "must be an integer of 32 bits");
    }

    /// <summary><c>$hash(string, algorithm)</c>: in lower-case hexadecimal digits, of the string's UTF-8.</summary>
    /// <exception cref="JsonataException">T0410: the algorithm is none of MD5, SHA-1, SHA-256, SHA-384 and SHA-512.</exception>
    public static JsonValue Hash(JsonValue text, JsonValue algorithm)
    {
        Arguments.String(text, "hash", 1);
        Arguments.String(algorithm, "hash", 2);
        if (text.IsMissing)
        {
            return default;
        }

        string? hash = algorithm.IsMissing ? null : Intrinsics.HashText(text.AsString(), algorithm.AsString());
        return JsonValue.String(hash ?? throw Unfit("hash", 2, "must be MD5, SHA-1, SHA-256, SHA-384 or SHA-512"));
    }

    /// <summary><c>$random(seed?)</c>: from 0 inclusive to 1 exclusive; always the same one for the same seed.</summary>
    public static JsonValue Random(JsonValue seed, Evaluation evaluation)
        => Arguments.Number(seed, "random", 1, out double given)
            ? JsonValue.Number(Fraction(Intrinsics.Mix((ulong)BitConverter.DoubleToInt64Bits(given + 0.0))))
            : Random(evaluation);

    /// <summary><c>$uuid()</c>: version 4.</summary>
    public static JsonValue Uuid(Evaluation evaluation) => Intrinsics.Uuid(evaluation.Random);

    /// <summary><c>$parse(string)</c>: the value that JSON text means.</summary>
    /// <exception cref="JsonataException">D3120: the string is not JSON.</exception>
    public static JsonValue Parse(JsonValue text)
    {
        Arguments.String(text, "parse", 1);
        if (text.IsMissing)
        {
            return default;
        }

        ReadOnlySpan<byte> json = text.IsPlain ? ((Document)text.Node!).Unquoted((int)text.Bits) : Encoding.UTF8.GetBytes(text.AsString());
        if (!JsonValue.TryParse(json, out JsonValue value, out string? error))
        {
            throw new JsonataException("D3120", $"The argument of the parse function is not JSON. {error}");
        }

        // AWS reads a negative zero as zero (L-444).
        return value.TryGetDouble(out double number) && number == 0 ? JsonValue.Number(0L) : value;
    }

    private static JsonataException Unfit(string function, int index, string expected)
        => new("T0410", $"Argument {index} of function \"{function}\" {expected}");
}
