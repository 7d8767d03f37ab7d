using Compiled.Values;

namespace Compiled.Jsonata;

/// <summary>
/// Puts items in order by the terms of <c>^(...)</c>: numbers or strings, ascending or descending, items without one last. Items that are
/// equal keep their order.
/// </summary>
/// <param name="descending">For each term whether it descends.</param>
public sealed class Sorting(params bool[] descending)
{
    private JsonValue[] _items = new JsonValue[4];
    private SortKey[] _keys = new SortKey[4 * descending.Length];

    /// <summary>How many items there are.</summary>
    public int Count { get; private set; }

    /// <summary>Adds an item and the value of each term for it.</summary>
    public void Add(JsonValue item, params ReadOnlySpan<JsonValue> keys)
    {
        if (Count == _items.Length)
        {
            Array.Resize(ref _items, Count * 2);
            Array.Resize(ref _keys, _items.Length * descending.Length);
        }

        for (int i = 0; i < descending.Length; i++)
        {
            _keys[Count * descending.Length + i] = new SortKey(keys[i]);
        }

        _items[Count++] = item;
    }

    /// <summary>The items in order: an ordinary array, or a sequence as it came for none or one.</summary>
    /// <exception cref="JsonataException">T2008: a term is neither number nor string. T2007: it is the one here, the other there.</exception>
    public JsonValue ToValue()
    {
        JsonValue[] sorted = new JsonValue[Count];
        if (Count < 2)
        {
            _items.AsSpan(0, Count).CopyTo(sorted);
            return JsonValue.SequenceOf(sorted);
        }

        int[] order = Order();
        for (int i = 0; i < order.Length; i++)
        {
            sorted[i] = _items[order[i]];
        }

        return JsonValue.ArrayOf(sorted);
    }

    /// <summary>The items in order, for <c>foreach</c>.</summary>
    /// <exception cref="JsonataException">T2008: a term is neither number nor string. T2007: it is the one here, the other there.</exception>
    public Items GetEnumerator()
    {
        int[] order = Order();
        var sorted = new JsonValue[order.Length];
        for (int i = 0; i < order.Length; i++)
        {
            sorted[i] = _items[order[i]];
        }

        return new Items(sorted, sorted.Length);
    }

    /// <summary>The places of the items, counted from 0 as they were added, in order.</summary>
    /// <exception cref="JsonataException">T2008: a term is neither number nor string. T2007: it is the one here, the other there.</exception>
    public int[] Order()
    {
        var order = new int[Count];
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        MergeSort.Sort(order, this);
        return order;
    }

    /// <summary>More than 0 where the item at one place has to come after that at another.</summary>
    internal int Compare(int left, int right)
    {
        ReadOnlySpan<SortKey> a = _keys.AsSpan(left * descending.Length, descending.Length), b = _keys.AsSpan(right * descending.Length, descending.Length);
        for (int term = 0; term < a.Length; term++)
        {
            int order = SortKey.Compare(a[term], b[term], descending[term]);
            if (order != 0)
            {
                return order;
            }
        }

        return 0;
    }
}
