using Compiled.Values;

namespace Compiled.Jsonata;

/// <content>$sort.</content>
public static partial class JsonataFunctions
{
    /// <summary>
    /// <c>$sort(array, comparator?)</c>: elements that are equal keep their order. The comparator gives true where its first argument has to come
    /// behind its second; without one the elements are all numbers or all strings.
    /// </summary>
    /// <exception cref="JsonataException">D3070: there is no comparator, and the elements are something else.</exception>
    public static JsonValue Sort(JsonValue array, JsonValue comparator, Evaluation evaluation)
    {
        JsonataFunction? isBehind = Arguments.OptionalFunction(comparator, "sort", 2);
        if (array.IsMissing)
        {
            return default;
        }

        if (!array.IsArray || array.Count < 2)
        {
            return Arguments.Array(array);
        }

        JsonValue[] items = ItemsOf(array);
        evaluation.Step(items.Length);
        if (isBehind is null && System.Array.TrueForAll(items, static item => item.IsNumber))
        {
            SortNumbers(items);
        }
        else if (isBehind is not null || System.Array.TrueForAll(items, static item => item.IsString))
        {
            MergeSort(isBehind, items, new JsonValue[items.Length], evaluation);
        }
        else
        {
            throw JsonataError.Of("D3070", index: 1);
        }

        return JsonValue.ArrayOf(items);
    }

    // The runtime's sort is quicker and does not keep the order of equal ones, so that is put right afterwards.
    private static void SortNumbers(JsonValue[] items)
    {
        var numbers = new double[items.Length];
        var places = new int[items.Length];
        for (int i = 0; i < items.Length; i++)
        {
            numbers[i] = items[i].AsDouble();
            places[i] = i;
        }

        System.Array.Sort(numbers, places);
        for (int from = 0; from < numbers.Length;)
        {
            int to = from + 1;
            while (to < numbers.Length && numbers[to] == numbers[from])
            {
                to++;
            }

            places.AsSpan(from, to - from).Sort();
            from = to;
        }

        var sorted = new JsonValue[items.Length];
        for (int i = 0; i < sorted.Length; i++)
        {
            sorted[i] = items[places[i]];
        }

        sorted.CopyTo(items, 0);
    }

    // JSONata's own way, so that a comparator is asked the same questions in the same order. Strings are sorted without one.
    private static void MergeSort(JsonataFunction? isBehind, Span<JsonValue> items, Span<JsonValue> scratch, Evaluation evaluation)
    {
        if (items.Length < 2)
        {
            return;
        }

        int middle = items.Length / 2;
        MergeSort(isBehind, items[..middle], scratch[..middle], evaluation);
        MergeSort(isBehind, items[middle..], scratch[middle..], evaluation);
        items[..middle].CopyTo(scratch);
        int left = 0, right = middle, at = 0;
        while (left < middle && right < items.Length)
        {
            bool isOutOfOrder = isBehind is null
                ? scratch[left].CompareOrdinal(items[right]) > 0
                : IsTruthy(isBehind.Invoke([scratch[left], items[right]], evaluation));
            items[at++] = isOutOfOrder ? items[right++] : scratch[left++];
        }

        scratch[left..middle].CopyTo(items[at..]);
    }

    // What JavaScript takes for true, which is not what $boolean does: empty arrays and objects count.
    private static bool IsTruthy(in JsonValue value) => value.Kind switch
    {
        JsonKind.Array or JsonKind.Object or JsonKind.Function => true,
        _ => Truth.Of(value),
    };
}
