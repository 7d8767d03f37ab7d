using System.Globalization;
using Compiled.Values;

namespace Compiled.Expressions;

/// <content>The functions of arrays.</content>
public static partial class Intrinsics
{
    /// <summary><c>States.Array</c>: an array of the arguments. FEATURES L-407.</summary>
    public static JsonValue Array(string functionText, params ReadOnlySpan<JsonValue> items)
        => AreValues(functionText, items, out JsonValue failure)
            ? items.IsEmpty ? JsonValue.EmptyArray : JsonValue.ArrayOf(items.ToArray())
            : failure;

    /// <summary><c>States.ArrayPartition</c>: the elements in arrays of a size, the last one with what is left. FEATURES L-408.</summary>
    public static JsonValue ArrayPartition(string functionText, JsonValue array, JsonValue size)
    {
        if (!array.IsArray)
        {
            return Mismatch(functionText, "an array", 0, array, size);
        }

        if (!TryInteger(size, out int length) || length < 1)
        {
            return Mismatch(functionText, "a positive integer", 1, array, size);
        }

        return Chunks(array, length);
    }

    /// <summary>The elements in arrays of a length above 0, the last one with what is left.</summary>
    internal static JsonValue Chunks(JsonValue array, int length)
    {
        int left = array.Count;
        if (left == 0)
        {
            return JsonValue.EmptyArray;
        }

        var chunks = new JsonValue[((left - 1) / length) + 1];
        ItemEnumerator items = array.Items();
        for (int i = 0; i < chunks.Length; i++, left -= length)
        {
            var chunk = new JsonValue[Math.Min(length, left)];
            for (int j = 0; j < chunk.Length; j++)
            {
                items.MoveNext();
                chunk[j] = items.Current;
            }

            chunks[i] = JsonValue.ArrayOf(chunk);
        }

        return JsonValue.ArrayOf(chunks);
    }

    /// <summary><c>States.ArrayContains</c>: whether an element is the same JSON as the value. FEATURES L-409.</summary>
    public static JsonValue ArrayContains(string functionText, JsonValue array, JsonValue value)
    {
        if (!array.IsArray)
        {
            return Mismatch(functionText, "an array", 0, array, value);
        }

        if (!AreValues(functionText, [array, value], out JsonValue failure))
        {
            return failure;
        }

        foreach (JsonValue item in array.Items())
        {
            if (item.Equals(value))
            {
                return JsonValue.True;
            }
        }

        return JsonValue.False;
    }

    /// <summary><c>States.ArrayRange</c>: the integers from the first to the last, both included, in steps. FEATURES L-410.</summary>
    public static JsonValue ArrayRange(string functionText, JsonValue first, JsonValue last, JsonValue step)
    {
        if (!TryInteger(first, out int from))
        {
            return Mismatch(functionText, Integer, 0, first, last, step);
        }

        if (!TryInteger(last, out int to))
        {
            return Mismatch(functionText, Integer, 1, first, last, step);
        }

        if (!TryInteger(step, out int by) || by == 0)
        {
            return Mismatch(functionText, $"{Integer} other than 0", 2, first, last, step);
        }

        bool isEmpty = by > 0 ? from > to : from < to;
        long count = isEmpty ? 0 : (((long)to - from) / by) + 1;
        if (count > MaxRange)
        {
            return Fail(
                functionText,
                string.Create(CultureInfo.InvariantCulture, $"The range has {count} elements; at most {MaxRange} are allowed."));
        }

        var items = new JsonValue[count];
        for (int i = 0; i < items.Length; i++)
        {
            items[i] = JsonValue.Number(from + ((long)i * by));
        }

        return JsonValue.ArrayOf(items);
    }

    /// <summary><c>States.ArrayGetItem</c>: the element at an index, counted from 0. FEATURES L-411.</summary>
    public static JsonValue ArrayGetItem(string functionText, JsonValue array, JsonValue index)
    {
        if (!array.IsArray)
        {
            return Mismatch(functionText, "an array", 0, array, index);
        }

        if (!TryInteger(index, out int at))
        {
            return Mismatch(functionText, Integer, 1, array, index);
        }

        JsonValue item = array[at];
        return item.IsMissing
            ? Fail(
                functionText,
                string.Create(CultureInfo.InvariantCulture, $"The index {at} is outside the array, which has {array.Count} elements."))
            : item;
    }

    /// <summary><c>States.ArrayLength</c>. FEATURES L-412.</summary>
    public static JsonValue ArrayLength(string functionText, JsonValue array)
        => array.IsArray ? JsonValue.Number((long)array.Count) : Mismatch(functionText, "an array", 0, array);

    /// <summary><c>States.ArrayUnique</c>: the elements without those that are the same JSON as an earlier one. FEATURES L-413.</summary>
    public static JsonValue ArrayUnique(string functionText, JsonValue array)
    {
        if (!array.IsArray)
        {
            return Mismatch(functionText, "an array", 0, array);
        }

        int count = array.Count;
        var seen = new HashSet<JsonValue>(count);
        var kept = new List<JsonValue>(count);
        foreach (JsonValue item in array.Items())
        {
            if (seen.Add(item))
            {
                kept.Add(item);
            }
        }

        return kept.Count == count ? array : JsonValue.ArrayOf([.. kept]);
    }
}
