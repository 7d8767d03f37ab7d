using System.Runtime.CompilerServices;
using Compiled.Values;

namespace Compiled.Jsonata;

/// <summary>
/// Collects the items that a path, a predicate or a function over items gives. None and one cost no allocation, as most paths
/// give no more.
/// </summary>
/// <remarks><b>Promise</b>: a local of one evaluation; never copied while it collects.</remarks>
public struct Sequence
{
    private const int FirstCapacity = 4;

    private readonly Evaluation? _evaluation;

    // The only item; or, while nothing else came, the only result, an array that may have to stay whole.
    private JsonValue _first;
    private JsonValue[]? _items;
    private int _count;
    private int _results;

    /// <summary>A collector whose items count as steps of the evaluation, once they become many.</summary>
    public Sequence(Evaluation evaluation) => _evaluation = evaluation;

    /// <summary>How many items there are.</summary>
    public readonly int Count => IsWhole ? _first.Count : _count;

    // JSONata, evaluateStep: when the last step gives one array and nothing else, that array is the result.
    private readonly bool IsWhole => _count == 0 && _first.Node is not null;

    /// <summary>Adds one item as it is; a missing value is no item.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Push(JsonValue item)
    {
        if (item.Node is null)
        {
            return;
        }

        if (_items is { } items && _count < items.Length)
        {
            items[_count++] = item;
        }
        else
        {
            PushSlow(item);
        }
    }

    /// <summary>Adds what the last step of a path gives for one item: the items of an array are added one by one, unless it is all there is.</summary>
    public void Add(JsonValue result)
    {
        if (result.Node is null)
        {
            return;
        }

        _results++;
        if (!result.IsArray)
        {
            Push(result);
        }
        else if (_results == 1 && _count == 0 && !result.IsSequence)
        {
            _first = result;
        }
        else
        {
            OpenWhole();
            Splice(result);
        }
    }

    /// <summary>Adds the items of an array one by one, any other value as it is.</summary>
    public void Append(JsonValue value)
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

    /// <summary>The value of the path: missing for no items, the item itself for one, else a sequence.</summary>
    public readonly JsonValue ToValue() => _count switch
    {
        0 or 1 => _first,
        _ => JsonValue.SequenceOf(Exact()),
    };

    /// <summary>The value of a path on which <c>[]</c> stands: one item stays an array.</summary>
    public readonly JsonValue ToKept()
    {
        if (IsWhole)
        {
            return _first.IsKept ? JsonValue.SequenceOf([_first]).Kept() : _first;
        }

        return _count == 0 ? default : JsonValue.SequenceOf(Exact()).Kept();
    }

    /// <summary>All items as a sequence, also of none or one, for what looks at them before they collapse.</summary>
    public readonly JsonValue ToSequence() => IsWhole ? _first : _count == 0 ? Sequences.Empty : JsonValue.SequenceOf(Exact());

    /// <summary>All items as an array of their own.</summary>
    public readonly JsonValue ToArray() => IsWhole ? _first : _count == 0 ? JsonValue.EmptyArray : JsonValue.ArrayOf(Exact());

    /// <summary>The items, for <c>foreach</c>.</summary>
    public readonly Items GetEnumerator()
        => IsWhole ? Items.Of(_first) : _count == 1 ? Items.Single(_first) : _items is { } items ? new Items(items, _count) : default;

    /// <summary>
    /// The items of the path's value, for what goes over them: as <see cref="ToValue"/> collapses, so that an array that is the only item is opened.
    /// </summary>
    public readonly Items Elements() => _count == 1 ? Items.Of(_first) : GetEnumerator();

    /// <summary>The items to group: a missing one where there are none, for which keys that are constants still hold.</summary>
    public readonly Items OrMissing() => Count == 0 ? Items.Single(default) : GetEnumerator();

    private readonly JsonValue[] Exact()
    {
        if (_count == 1)
        {
            return [_first];
        }

        return _items!.Length == _count ? _items : First(_items, _count);
    }

    // Item by item: the bytes of those just written would be waited for if several were copied at once.
    private static JsonValue[] First(JsonValue[] items, int count)
    {
        var first = new JsonValue[count];
        for (int i = 0; i < first.Length; i++)
        {
            first[i] = items[i];
        }

        return first;
    }

    private void Splice(JsonValue array)
    {
        if (array.IsKept && !array.IsSequence)
        {
            Push(array);
            return;
        }

        foreach (JsonValue item in array.Items())
        {
            Push(item);
        }
    }

    // Something else came: the array that was the only result is opened after all.
    private void OpenWhole()
    {
        if (IsWhole)
        {
            JsonValue whole = _first;
            _first = default;
            Splice(whole);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void PushSlow(JsonValue item)
    {
        OpenWhole();
        if (_count == 0)
        {
            _first = item;
            _count = 1;
            return;
        }

        if (_items is null)
        {
            _items = new JsonValue[FirstCapacity];
            _items[0] = _first;
        }
        else if (_count == _items.Length)
        {
            _evaluation?.Step(_count);
            Array.Resize(ref _items, _count * 2);
        }

        _items[_count++] = item;
    }
}
