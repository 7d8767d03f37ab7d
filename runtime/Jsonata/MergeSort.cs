namespace Compiled.Jsonata;

/// <summary>A stable sort that compares in the order in which JSONata's does, so that the same pair fails first, and leaves exceptions as they are.</summary>
internal static class MergeSort
{
    /// <summary>Sorts places in place.</summary>
    public static void Sort(int[] places, Sorting sorting)
    {
        const int Short = 64;
        Sort(places, places.Length <= Short ? stackalloc int[Short] : new int[places.Length], sorting);
    }

    private static void Sort(Span<int> places, Span<int> scratch, Sorting sorting)
    {
        if (places.Length < 2)
        {
            return;
        }

        int middle = places.Length / 2;
        Sort(places[..middle], scratch[..middle], sorting);
        Sort(places[middle..], scratch[middle..], sorting);
        Merge(places, middle, scratch, sorting);
    }

    private static void Merge(Span<int> places, int middle, Span<int> scratch, Sorting sorting)
    {
        places[..middle].CopyTo(scratch);
        int left = 0, right = middle, at = 0;
        while (left < middle && right < places.Length)
        {
            places[at++] = sorting.Compare(scratch[left], places[right]) > 0 ? places[right++] : scratch[left++];
        }

        scratch[left..middle].CopyTo(places[at..]);
    }
}
