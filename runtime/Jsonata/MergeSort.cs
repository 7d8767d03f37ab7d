namespace Compiled.Jsonata;

/// <summary>A stable sort that asks its comparer for as little as JSONata's does, and leaves its exceptions as they are.</summary>
internal static class MergeSort
{
    private const int ShortRun = 8;

    /// <summary>Sorts in place; the comparer answers with more than 0 where the first has to come after the second.</summary>
    public static void Sort<T>(T[] items, Comparison<T> compare) => Sort(items.AsSpan(), items.Length > ShortRun ? new T[items.Length] : [], compare);

    private static void Sort<T>(Span<T> items, Span<T> scratch, Comparison<T> compare)
    {
        if (items.Length <= ShortRun)
        {
            Insert(items, compare);
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

    private static void Insert<T>(Span<T> items, Comparison<T> compare)
    {
        for (int i = 1; i < items.Length; i++)
        {
            T item = items[i];
            int at = i;
            while (at > 0 && compare(items[at - 1], item) > 0)
            {
                items[at] = items[at - 1];
                at--;
            }

            items[at] = item;
        }
    }
}
