using Compiled.Values;

namespace Compiled.Jsonata;

/// <summary>Values joined by JSONata's <c>append</c>, one after another: the first stays as it is until a second comes.</summary>
internal struct JoinedItems
{
    private JsonValue _first;
    private JsonValue[]? _items;
    private int _count;

    public void Add(JsonValue value)
    {
        if (value.IsMissing)
        {
            return;
        }

        if (_first.IsMissing)
        {
            _first = value;
            return;
        }

        if (_items is null)
        {
            _items = new JsonValue[2];
            Append(_first);
        }

        Append(value);
    }

    public readonly JsonValue ToValue() => _items is null ? _first : JsonValue.ArrayOf(ExactArray.Of(_items, _count));

    private void Append(JsonValue value)
    {
        if (!value.IsArray)
        {
            Push(value);
            return;
        }

        foreach (JsonValue item in value.Items())
        {
            Push(item);
        }
    }

    private void Push(JsonValue item)
    {
        if (_count == _items!.Length)
        {
            Array.Resize(ref _items, _count * 2);
        }

        _items[_count++] = item;
    }
}
