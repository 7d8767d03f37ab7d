using Compiled.Values;

namespace Compiled.Execution;

/// <summary>The items of an inline Map that runs on a fast path, one after the other.</summary>
public ref struct FastItems
{
    private readonly Document? _document;
    private readonly ReadOnlySpan<int> _slots;
    private readonly int _stride, _count;
    private ItemEnumerator _items;
    private int _index;

    /// <summary>Begins before the first item.</summary>
    public FastItems(in JsonValue items)
    {
        IsArray = items.IsArray;
        _items = items.Items();
        _index = -1;
    }

    // Items of which only parts were read.
    internal FastItems(Document document, ReadOnlySpan<int> items, int at, int stride)
    {
        (_document, _stride, _count) = (document, stride, items[at]);
        _slots = items.Slice(at + 1, _count * stride);
        IsArray = IsProjected = true;
        _index = -1;
    }

    /// <summary>Whether there is an array to go through.</summary>
    public readonly bool IsArray { get; }

    /// <summary>Whether the items are objects that were read in parts, <see cref="Part"/>; then there is no <see cref="Current"/>.</summary>
    public readonly bool IsProjected { get; }

    /// <summary>The item.</summary>
    public readonly JsonValue Current => _items.Current;

    /// <summary>Its position, counted from 0.</summary>
    public readonly JsonValue Index => _index;

    /// <summary>A part of an item that was read in parts; missing where it has none.</summary>
    public readonly JsonValue Part(int index) => _slots[_index * _stride + index] is >= 0 and int row ? new JsonValue(_document, row) : default;

    /// <summary>Goes to the next item; false behind the last.</summary>
    public bool MoveNext()
    {
        _index++;
        return IsProjected ? _index < _count : _items.MoveNext();
    }
}
