using Compiled.Values;

namespace Compiled.Jsonata;

/// <summary>
/// Puts items in order by the terms of <c>^(...)</c>: numbers or strings, ascending or descending, items without one last. Items that are
/// equal keep their order.
/// </summary>
/// <param name="descending">For each term whether it descends.</param>
public sealed class Sorting(params bool[] descending)
{
    private readonly List<JsonValue> _items = [];
    private readonly List<JsonValue> _keys = [];

    /// <summary>Adds an item and the value of each term for it.</summary>
    public void Add(JsonValue item, params ReadOnlySpan<JsonValue> keys)
    {
        _items.Add(item);
        foreach (JsonValue key in keys)
        {
            _keys.Add(key);
        }
    }

    /// <summary>How many items there are.</summary>
    public int Count => _items.Count;

    /// <summary>The items in order: an ordinary array, or a sequence as it came for none or one.</summary>
    /// <exception cref="JsonataException">T2008: a term is neither number nor string. T2007: it is the one here, the other there.</exception>
    public JsonValue ToValue()
    {
        if (_items.Count < 2)
        {
            return JsonValue.SequenceOf([.. _items]);
        }

        int[] order = Order();
        var sorted = new JsonValue[order.Length];
        for (int i = 0; i < order.Length; i++)
        {
            sorted[i] = _items[order[i]];
        }

        return JsonValue.ArrayOf(sorted);
    }

    /// <summary>The places of the items, counted from 0 as they were added, in order.</summary>
    /// <exception cref="JsonataException">T2008: a term is neither number nor string. T2007: it is the one here, the other there.</exception>
    public int[] Order()
    {
        var order = new int[_items.Count];
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        MergeSort.Sort(order, Compare);
        return order;
    }

    private int Compare(int left, int right)
    {
        for (int term = 0; term < descending.Length; term++)
        {
            int order = Compare(_keys[left * descending.Length + term], _keys[right * descending.Length + term], descending[term]);
            if (order != 0)
            {
                return order;
            }
        }

        return 0;
    }

    private static int Compare(JsonValue left, JsonValue right, bool isDescending)
    {
        if (left.IsMissing || right.IsMissing)
        {
            return left.IsMissing ? right.IsMissing ? 0 : 1 : -1;
        }

        int order;
        if (left.TryGetDouble(out double number) && right.TryGetDouble(out double other))
        {
            order = number.CompareTo(other);
        }
        else if (left.IsString && right.IsString)
        {
            order = left.CompareOrdinal(right);
        }
        else
        {
            throw Refuse(left, right);
        }

        return isDescending ? -order : order;
    }

    private static JsonataException Refuse(JsonValue left, JsonValue right)
    {
        bool isLeft = left.IsNumber || left.IsString;
        return isLeft && (right.IsNumber || right.IsString)
            ? JsonataError.Of("T2007", value: left, second: right)
            : JsonataError.Of("T2008", value: isLeft ? right : left);
    }
}
