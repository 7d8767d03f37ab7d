using System.Runtime.CompilerServices;
using Compiled.Values;

namespace Compiled.Jsonata;

/// <summary>Goes over what JSONata takes a value for where it wants several: the items of an array, or the value alone; none if it is missing.</summary>
public struct Items
{
    // Four fields, which the JIT keeps in registers. A value of text, an element of an array in text: the node and bits of the current item.
    // A built array: the array and the index, and the end is the complement of the length.
    private readonly object? _node;
    private readonly int _end;
    private long _bits;
    private int _next;

    internal Items(JsonValue[] items, int count)
    {
        _node = items;
        _end = ~count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Items(Document document, int row)
    {
        _node = document;
        _next = row + 1;
        _end = document.Rows[row].Next;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Items(JsonValue single)
    {
        _node = single.Node;
        _bits = single.Bits;
        _next = -1;
    }

    /// <summary>The item that the enumerator stands at.</summary>
    public readonly JsonValue Current
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _end < 0 ? Unsafe.As<JsonValue[]>(_node)![(int)_bits] : new JsonValue(_node, _bits);
    }

    /// <summary>The items of an array, or the value alone.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Items Of(JsonValue value)
    {
        if (value.Node is Document document)
        {
            return document.Rows[(int)value.Bits].Kind == RowKind.Array ? new Items(document, (int)value.Bits) : new Items(value);
        }

        return OfBuilt(value);
    }

    /// <summary>As <see cref="Of"/>, for the results of a step: an array that was constructed at the end of a path is one item.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Items Flat(JsonValue value)
    {
        if (value.Node is Document document)
        {
            return document.Rows[(int)value.Bits].Kind == RowKind.Array ? new Items(document, (int)value.Bits) : new Items(value);
        }

        return value.IsKept && !value.IsSequence ? new Items(value) : OfBuilt(value);
    }

    /// <summary>The items of a context: as <see cref="Of"/>, with a missing item for a missing context.</summary>
    public static Items OfContext(JsonValue context) => context.IsArray ? Of(context) : new Items(context);

    /// <summary>The items to group: as <see cref="Of"/>, with a missing item where there are none, for which keys that are constants still hold.</summary>
    public static Items OrMissing(JsonValue value) => value.IsArray && value.Count > 0 ? Of(value) : new Items(value.IsArray ? default : value);

    /// <summary>The value alone, whatever it is.</summary>
    internal static Items Single(JsonValue value) => new(value);

    /// <summary>The enumerator itself, as <c>foreach</c> wants it.</summary>
    public readonly Items GetEnumerator() => this;

    /// <summary>Goes to the next item; false behind the last.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MoveNext()
    {
        int next = _next;
        if (_end < 0)
        {
            _bits = next;
            _next = next + 1;
            return next < ~_end;
        }

        if (next >= _end)
        {
            return false;
        }

        if (next < 0)
        {
            _next = 0;
            return true;
        }

        _bits = next;
        _next = Unsafe.As<Document>(_node)!.Rows[next].Next;
        return true;
    }

    private static Items OfBuilt(JsonValue value)
        => value.Node is JsonValue[] items ? new Items(items, items.Length) : value.Node is null ? default : new Items(value);
}
