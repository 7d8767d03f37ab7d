using Compiled.Values;

namespace Compiled.Execution;

/// <summary>The items of an inline Map that runs on a fast path, one after the other.</summary>
public ref struct FastItems
{
    private ItemEnumerator _items;
    private int _index;

    /// <summary>Begins before the first item.</summary>
    public FastItems(in JsonValue items)
    {
        IsArray = items.IsArray;
        _items = items.Items();
        _index = -1;
    }

    /// <summary>Whether there is an array to go through.</summary>
    public readonly bool IsArray { get; }

    /// <summary>The item.</summary>
    public readonly JsonValue Current => _items.Current;

    /// <summary>Its position, counted from 0.</summary>
    public readonly JsonValue Index => _index;

    /// <summary>Goes to the next item; false behind the last.</summary>
    public bool MoveNext()
    {
        _index++;
        return _items.MoveNext();
    }
}
