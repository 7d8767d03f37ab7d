using Compiled.Values;

namespace Compiled.Jsonata;

/// <summary>Collects the items of an array constructor.</summary>
public struct ArrayBuilder
{
    private JsonValue[] _items;
    private int _count;

    /// <summary>A builder with room for the items as they are written.</summary>
    public ArrayBuilder(int capacity) => _items = new JsonValue[capacity];

    /// <summary>Adds one item as it is; a missing value is no item.</summary>
    public void Add(JsonValue item)
    {
        if (item.IsMissing)
        {
            return;
        }

        if (_count == _items.Length)
        {
            Array.Resize(ref _items, Math.Max(4, _count * 2));
        }

        _items[_count++] = item;
    }

    /// <summary>Adds the items of an array, any other value as it is.</summary>
    public void Append(JsonValue value, Evaluation evaluation)
    {
        if (!value.IsArray)
        {
            Add(value);
            return;
        }

        evaluation.Step(value.Count);
        foreach (JsonValue item in value.Items())
        {
            Add(item);
        }
    }

    /// <summary>Adds the whole numbers from the first to the last, both included.</summary>
    /// <exception cref="JsonataException">T2003, T2004: an end is no whole number. D2014: more than ten million.</exception>
    public void AddRange(JsonValue first, JsonValue last, Evaluation evaluation)
    {
        int length = Numbers.RangeLength(first, last, out double start, evaluation);
        if (length > _items.Length - _count)
        {
            Array.Resize(ref _items, Math.Max(_count + length, _items.Length));
        }

        for (int i = 0; i < length; i++)
        {
            _items[_count++] = Numbers.InRange(start, i);
        }
    }

    /// <summary>The array.</summary>
    public readonly JsonValue ToValue() => JsonValue.ArrayOf(ExactArray.Of(_items, _count));

    /// <summary>The array where it begins or ends a path, which doesn't open it.</summary>
    public readonly JsonValue ToWhole() => ToValue().Kept();
}
