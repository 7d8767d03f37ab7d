namespace Compiled.Jsonata;

/// <summary>A stable sort that compares in the order in which JSONata's does, so that the same pair fails first, and leaves exceptions as they are.</summary>
internal static class MergeSort
{
    /// <summary>Sorts in place; the comparer answers with more than 0 where the first has to come after the second.</summary>
    public static void Sort<T>(T[] items, Comparison<T> compare) => Sort(items.AsSpan(), new T[items.Length], compare);

    private static void Sort<T>(Span<T> items, Span<T> scratch, Comparison<T> compare)
    {
        if (items.Length < 2)
        {
            return;
        }

        int middle = items.Length / 2;
        Sort(items[..middle], scratch[..middle], compare);
        Sort(items[middle..], scratch[middle..], compare);
        Merge(items, middle, scratch, compare);
    }

    private static void Merge<T>(Span<T> items, int middle, Span<T> scratch, Comparison<T> compare)
    {
        items[..middle].CopyTo(scratch);
        int left = 0, right = middle, at = 0;
        while (left < middle && right < items.Length)
        {
            items[at++] = compare(scratch[left], items[right]) > 0 ? items[right++] : scratch[left++];
        }

        scratch[left..middle].CopyTo(items[at..]);
    }
}
