using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Compiled.Values;

namespace Compiled.Jsonata;

/// <summary>
/// Collects the items that a path, a predicate or a function over items gives. A few cost no allocation until they are a value, as most
/// paths give no more.
/// </summary>
/// <remarks><b>Promise</b>: a local of one evaluation; never copied while it collects.</remarks>
public struct Sequence
{
    private const int Few = 4, Whole = -1;

    private readonly Evaluation? _evaluation;

    // The items while they are a few, and all of them once they are more.
    private FewItems _few;
    private JsonValue[]? _items;

    // How many items there are. Whole: nothing came but one result, an array that may have to stay whole; it is the first of the few.
    private int _count;
    private int _results;

    /// <summary>A collector whose items count as steps of the evaluation, once they become many.</summary>
    public Sequence(Evaluation evaluation) => _evaluation = evaluation;

    /// <summary>How many items there are.</summary>
    public readonly int Count => IsWhole ? _few[0].Count : _count;

    // JSONata, evaluateStep: when the last step gives one array and nothing else, that array is the result.
    private readonly bool IsWhole => _count == Whole;

    /// <summary>Adds one item as it is; a missing value is no item.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Push(JsonValue item)
    {
        if (item.Node is null)
        {
            return;
        }

        int count = _count;
        if ((uint)count < Few)
        {
            _few[count] = item;
            _count = count + 1;
        }
        else
        {
            PushMore(item);
        }
    }

    /// <summary>Adds what the last step of a path gives for one item: the items of an array are added one by one, unless it is all there is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(JsonValue result)
    {
        if (result.Node is null)
        {
            return;
        }

        _results++;
        if (result.IsArray)
        {
            AddArray(result);
        }
        else
        {
            Push(result);
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
    public readonly JsonValue ToValue() => _count < 2 ? _few[0] : JsonValue.SequenceOf(Exact());

    /// <summary>The value of a path on which <c>[]</c> stands: one item stays an array.</summary>
    public readonly JsonValue ToKept()
    {
        if (IsWhole)
        {
            return _few[0].IsKept ? JsonValue.SequenceOf([_few[0]]).Kept() : _few[0];
        }

        return _count == 0 ? default : JsonValue.SequenceOf(Exact()).Kept();
    }

    /// <summary>All items as a sequence, also of none or one, for what looks at them before they collapse.</summary>
    public readonly JsonValue ToSequence() => IsWhole ? _few[0] : _count == 0 ? Sequences.Empty : JsonValue.SequenceOf(Exact());

    /// <summary>All items as an array of their own.</summary>
    public readonly JsonValue ToArray() => IsWhole ? _few[0] : _count == 0 ? JsonValue.EmptyArray : JsonValue.ArrayOf(Exact());

    /// <summary>The items as they are to be gone over once the collector is out of scope.</summary>
    internal readonly Items ToItems() => _count switch
    {
        Whole => Items.Of(_few[0]),
        0 => default,
        1 => Items.Single(_few[0]),
        _ => new Items(_items ?? Exact(), _count),
    };

    /// <summary>
    /// The items of the path's value, for what goes over them: as <see cref="ToValue"/> collapses, so that an array that is the only item is opened.
    /// </summary>
    [UnscopedRef]
    public readonly SequenceItems Elements() => _count is 1 or Whole ? new(Items.Of(_few[0])) : All();

    /// <summary>The items to group: a missing one where there are none, for which keys that are constants still hold.</summary>
    [UnscopedRef]
    public readonly SequenceItems OrMissing() => Count == 0 ? new(Items.Single(default)) : IsWhole ? new(Items.Of(_few[0])) : All();

    [UnscopedRef]
    private readonly SequenceItems All() => _items is null ? new(in _few[0], _count) : new(in _items[0], _count);

    private readonly JsonValue[] Exact() => _items is { } items ? ExactArray.Of(items, _count) : ExactArray.Of(((ReadOnlySpan<JsonValue>)_few)[.._count]);

    private void AddArray(JsonValue array)
    {
        if (_results == 1 && _count == 0 && !array.IsSequence)
        {
            _few[0] = array;
            _count = Whole;
            return;
        }

        OpenWhole();
        Splice(array);
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
            JsonValue whole = _few[0];
            _few[0] = default;
            _count = 0;
            Splice(whole);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void PushMore(JsonValue item)
    {
        if (IsWhole)
        {
            OpenWhole();
            Push(item);
            return;
        }

        if (_items is null)
        {
            _evaluation?.Step(_count);
            _items = new JsonValue[2 * Few];
            ((ReadOnlySpan<JsonValue>)_few).CopyTo(_items);
        }
        else if (_count == _items.Length)
        {
            _evaluation?.Step(_count);
            Array.Resize(ref _items, _count * 2);
        }

        _items[_count++] = item;
    }

    [InlineArray(Few)]
    private struct FewItems
    {
        private JsonValue _first;
    }
}
