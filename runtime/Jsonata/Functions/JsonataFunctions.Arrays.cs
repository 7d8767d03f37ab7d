using System.Runtime.InteropServices;
using Compiled.Values;

namespace Compiled.Jsonata;

/// <content>Arrays. A value that is no array stands for an array of one.</content>
public static partial class JsonataFunctions
{
    // Up to so many elements are compared with each other; more are looked up in a table.
    private const int MostCompared = 12;

    /// <summary><c>$append(first, second)</c>: an array of the elements of both; the other one as it is if one is missing.</summary>
    public static JsonValue Append(JsonValue first, JsonValue second, Evaluation evaluation)
    {
        if (first.IsMissing || second.IsMissing)
        {
            return first.IsMissing ? second : first;
        }

        int count = first.IsArray ? first.Count : 1;
        var items = new JsonValue[count + (second.IsArray ? second.Count : 1)];
        evaluation.Step(items.Length);
        CopyItems(first, items);
        CopyItems(second, items.AsSpan(count));
        return JsonValue.ArrayOf(items);
    }

    /// <summary><c>$distinct(array)</c>: the elements without those that equal an earlier one; anything but an array as it is.</summary>
    public static JsonValue Distinct(JsonValue array)
    {
        int count = array.IsArray ? array.Count : 0;
        if (count < 2)
        {
            return array;
        }

        var kept = new List<JsonValue>(count);
        HashSet<JsonValue>? seen = count > MostCompared ? new HashSet<JsonValue>(count, ValueComparer.Instance) : null;
        foreach (JsonValue item in array.Items())
        {
            if (seen is null ? !Contains(kept, item) : seen.Add(item))
            {
                kept.Add(item);
            }
        }

        if (kept.Count == count)
        {
            return array;
        }

        return array.IsSequence ? JsonValue.SequenceOf([.. kept]) : JsonValue.ArrayOf([.. kept]);
    }

    /// <summary><c>$reverse(array)</c>.</summary>
    public static JsonValue Reverse(JsonValue array)
    {
        if (array.IsMissing || (array.IsArray && array.Count < 2))
        {
            return array;
        }

        JsonValue[] items = ItemsOf(array);
        System.Array.Reverse(items);
        return JsonValue.ArrayOf(items);
    }

    /// <summary><c>$shuffle(array)</c>: the elements in an order that the evaluation's randomness decides.</summary>
    public static JsonValue Shuffle(JsonValue array, Evaluation evaluation)
    {
        if (array.IsMissing || (array.IsArray && array.Count < 2))
        {
            return array;
        }

        JsonValue[] items = ItemsOf(array);
        for (int i = items.Length - 1; i > 0; i--)
        {
            int other = (int)(Fraction(evaluation.Random.NextUInt64()) * (i + 1));
            (items[i], items[other]) = (items[other], items[i]);
        }

        return JsonValue.ArrayOf(items);
    }

    /// <summary><c>$zip(array, ...)</c>: arrays of the first elements, of the second ones and so on, as many as the shortest array has.</summary>
    /// <exception cref="JsonataException">T0410: there is no argument.</exception>
    public static JsonValue Zip(params ReadOnlySpan<JsonValue> arrays)
    {
        if (arrays.IsEmpty)
        {
            throw Arguments.Mismatch("zip", 1);
        }

        int shortest = int.MaxValue;
        foreach (ref readonly JsonValue array in arrays)
        {
            shortest = Math.Min(shortest, array.IsMissing ? 0 : array.IsArray ? array.Count : 1);
        }

        if (shortest == 0)
        {
            return JsonValue.EmptyArray;
        }

        var tuples = new JsonValue[shortest][];
        for (int i = 0; i < tuples.Length; i++)
        {
            tuples[i] = new JsonValue[arrays.Length];
        }

        for (int column = 0; column < arrays.Length; column++)
        {
            int row = 0;
            foreach (JsonValue item in Items.Of(arrays[column]))
            {
                if (row == tuples.Length)
                {
                    break;
                }

                tuples[row++][column] = item;
            }
        }

        var zipped = new JsonValue[shortest];
        for (int i = 0; i < zipped.Length; i++)
        {
            zipped[i] = JsonValue.ArrayOf(tuples[i]);
        }

        return JsonValue.ArrayOf(zipped);
    }

    // The elements in an array of the caller's own.
    private static JsonValue[] ItemsOf(in JsonValue array)
    {
        if (!array.IsArray)
        {
            return [array];
        }

        var items = new JsonValue[array.Count];
        CopyItems(array, items);
        return items;
    }

    private static void CopyItems(in JsonValue array, Span<JsonValue> target)
    {
        if (array.Node is JsonValue[] built)
        {
            built.CopyTo(target);
            return;
        }

        int count = 0;
        foreach (JsonValue item in Items.Of(array))
        {
            target[count++] = item;
        }
    }

    private static bool Contains(List<JsonValue> values, in JsonValue value)
    {
        foreach (ref readonly JsonValue other in CollectionsMarshal.AsSpan(values))
        {
            if (Comparisons.AreEqual(other, value))
            {
                return true;
            }
        }

        return false;
    }
}
