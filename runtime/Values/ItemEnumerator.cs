namespace Compiled.Values;

/// <summary>Goes over the elements of an array with <c>foreach</c>, without allocating.</summary>
public struct ItemEnumerator
{
    private readonly JsonValue[]? _items;
    private readonly Document? _document;
    private readonly int _end;
    private int _at;
    private int _next;

    internal ItemEnumerator(JsonValue[] items)
    {
        _items = items;
        _end = items.Length;
    }

    internal ItemEnumerator(Document document, int row, int end)
    {
        _document = document;
        _next = row + 1;
        _end = end;
    }

    /// <summary>The element that the enumerator stands at.</summary>
    public readonly JsonValue Current => _items is not null ? _items[_at] : new JsonValue(_document, _at);

    /// <summary>The enumerator itself, as <c>foreach</c> wants it.</summary>
    public readonly ItemEnumerator GetEnumerator() => this;

    /// <summary>Goes to the next element; false behind the last.</summary>
    public bool MoveNext()
    {
        if (_next >= _end)
        {
            return false;
        }

        _at = _next;
        _next = _document is null ? _at + 1 : _document.Rows[_at].Next;
        return true;
    }

    /// <summary>Has the next <see cref="MoveNext"/> go to the current element again.</summary>
    internal void StepBack() => _next = _at;
}
