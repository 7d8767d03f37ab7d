using System.Runtime.CompilerServices;
using Compiled.Values;

namespace Compiled.Jsonata;

/// <summary>Goes over what JSONata takes a value for where it wants several: the items of an array, or the value alone; none if it is missing.</summary>
public struct Items
{
    private readonly JsonValue[]? _items;
    private readonly Document? _document;
    private readonly int _end;
    private int _next;

    internal Items(JsonValue[] items, int count)
    {
        _items = items;
        _end = count;
    }

    private Items(Document document, int row)
    {
        _document = document;
        _next = row + 1;
        _end = document.Rows[row].Next;
    }

    private Items(JsonValue single)
    {
        Current = single;
        _end = 1;
    }

    /// <summary>The item that the enumerator stands at.</summary>
    public JsonValue Current { get; private set; }

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
        if (_next >= _end)
        {
            return false;
        }

        if (_document is { } document)
        {
            Current = new JsonValue(document, _next);
            _next = document.Rows[_next].Next;
        }
        else
        {
            if (_items is { } items)
            {
                Current = items[_next];
            }

            _next++;
        }

        return true;
    }

    private static Items OfBuilt(JsonValue value)
        => value.Node is JsonValue[] items ? new Items(items, items.Length) : value.Node is null ? default : new Items(value);
}
