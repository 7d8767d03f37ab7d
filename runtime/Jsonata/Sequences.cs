using System.Runtime.CompilerServices;
using Compiled.Values;

namespace Compiled.Jsonata;

/// <summary>What JSONata does to sequences: the arrays that paths and functions over items collect.</summary>
public static class Sequences
{
    /// <summary>The sequence of nothing.</summary>
    public static JsonValue Empty { get; } = JsonValue.SequenceOf([]);

    /// <summary>The value of a node that gave a sequence: nothing for none, the item for one, unless it is kept. Other values stay.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static JsonValue Collapse(JsonValue value) => value.Node is JsonValue[] { Length: < 2 } items ? Collapse(value, items) : value;

    /// <summary>As <see cref="Collapse(JsonValue)"/> where <c>[]</c> stands on the node: a sequence of one stays an array.</summary>
    public static JsonValue Keep(JsonValue value)
        => value.IsSequence ? (value.Count == 0 ? default : value.Kept()) : value;

    /// <summary>A sequence of the value alone; what JSONata makes of an input that is an array, so that it counts as one.</summary>
    public static JsonValue Wrap(JsonValue value) => value.IsArray ? JsonValue.SequenceOf([value]) : value;

    /// <summary>The array that a value is, or one of the value alone: what a function over items gets as its last argument.</summary>
    public static JsonValue AsArray(JsonValue value) => value.IsArray ? value : JsonValue.ArrayOf([value]);

    /// <summary>
    /// JSONata's <c>append</c>: the items of both, one after another. A missing value adds nothing, and then the other is taken as it is.
    /// </summary>
    public static JsonValue Append(JsonValue first, JsonValue second)
    {
        if (first.IsMissing)
        {
            return second;
        }

        if (second.IsMissing)
        {
            return first;
        }

        var items = new Sequence();
        items.Append(first);
        items.Append(second);
        return items.ToArray();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static JsonValue Collapse(JsonValue value, JsonValue[] items)
    {
        if (!value.IsSequence)
        {
            return value;
        }

        return items.Length == 0 ? default : value.IsKept ? value : items[0];
    }
}
