using Compiled.Values;

namespace Compiled.Jsonata;

/// <summary><c>$single</c> with the function in place: the one item for which it holds.</summary>
public struct SingleItem
{
    private JsonValue _item;
    private int _index;

    /// <summary>Takes the next item, and whether the function holds for it.</summary>
    /// <exception cref="JsonataException">D3138: it holds for a second one.</exception>
    public void Add(JsonValue item, bool holds)
    {
        if (holds)
        {
            _item = _item.IsMissing ? item : throw JsonataError.Of("D3138", index: _index);
        }

        _index++;
    }

    /// <summary>The item; missing where there was nothing to go over.</summary>
    /// <exception cref="JsonataException">D3139: the function held for none.</exception>
    public readonly JsonValue ToValue(JsonValue items) => items.IsMissing ? default : _item.IsMissing ? throw JsonataError.Of("D3139") : _item;
}
