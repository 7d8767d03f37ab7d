using System.Runtime.CompilerServices;
using Compiled.Values;

namespace Compiled.Jsonata;

/// <summary>The steps of a path that emitted code doesn't spell out.</summary>
public static class Paths
{
    /// <summary>A field of one item, which may be an array: then that field of all its items, in a sequence, collapsed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static JsonValue Field(JsonValue item, Key key)
    {
        if (item.Node is Document document)
        {
            int row = document.FindMember((int)item.Bits, key);
            if (row >= 0)
            {
                return new JsonValue(document, row);
            }
        }

        return FieldSlow(item, key);
    }

    /// <summary>The path that is one name: a field of the context, or of each of its items if it is an array.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static JsonValue Get(JsonValue context, Key key)
    {
        if (context.Node is Document document)
        {
            int row = document.FindMember((int)context.Bits, key);
            if (row >= 0)
            {
                return new JsonValue(document, row);
            }
        }

        return GetSlow(context, key);
    }

    /// <summary>As <see cref="Get(JsonValue, Key)"/>, for an operand that is to be a number: one of a text is read, mostly with no further call.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static JsonValue Number(JsonValue context, Key key)
    {
        double number = context.Node is Document document ? document.GuessNumber((int)context.Bits, key) : double.NaN;
        return double.IsNaN(number) ? Get(context, key) : JsonValue.Number(number);
    }

    /// <summary>As <see cref="Get(JsonValue, Key)"/>, for code that reads many parts once each, mostly of what was built: a call is shorter than what it does.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static JsonValue Part(JsonValue context, Key key)
    {
        JsonValue built = context.BuiltMember(key);
        return built.IsSurelyPlain ? built : Get(context, key);
    }

    /// <summary>The path of two names for one item, which may be an array.</summary>
    public static JsonValue Field(JsonValue item, Key first, Key second)
        => TryFind(item, first, second, out JsonValue found) ? found : OfEach(Items.Flat(Field(item, first)), second);

    /// <summary>The path of two names for the context, or each of its items if it is an array.</summary>
    public static JsonValue Get(JsonValue context, Key first, Key second)
        => TryFind(context, first, second, out JsonValue found) ? found : OfEach(Each(context, first), second);

    /// <summary>The path of three names for the context, or each of its items if it is an array.</summary>
    public static JsonValue Get(JsonValue context, Key first, Key second, Key third)
    {
        if (TryFind(context, first, second, out JsonValue found) && ((Document)found.Node!).FindMember((int)found.Bits, third) is >= 0 and int row)
        {
            return new JsonValue(found.Node, row);
        }

        var results = new Sequence();
        foreach (JsonValue outer in Each(context, first))
        {
            foreach (JsonValue inner in Items.Flat(Field(outer, second)))
            {
                results.Add(Field(inner, third));
            }
        }

        return results.ToValue();
    }

    /// <summary>The items to go on with after the first step of a path, where that is a name.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Items Each(JsonValue context, Key key)
    {
        if (context.Node is Document document)
        {
            int row = document.FindMember((int)context.Bits, key);
            if (row >= 0)
            {
                return Items.Flat(new JsonValue(document, row));
            }
        }

        return EachSlow(context, key);
    }

    /// <summary>JSONata's <c>lookup</c>: a field of an object, or of all objects in an array, collected in a sequence.</summary>
    public static JsonValue Lookup(JsonValue input, Key key)
    {
        if (!input.IsArray)
        {
            return input[key];
        }

        var found = new Sequence();
        foreach (JsonValue item in input.Items())
        {
            found.Append(Lookup(item, key));
        }

        return found.ToSequence();
    }

    /// <summary>The predicate <c>[n]</c>: an array that stands there, or a sequence of what stands there. The index counts from the end if it is negative.</summary>
    public static JsonValue Index(JsonValue input, int index)
    {
        JsonValue item = At(input, index);
        return item.IsMissing ? Sequences.Empty : item;
    }

    /// <summary>What stands at an index; missing if nothing does.</summary>
    public static JsonValue At(JsonValue input, int index)
    {
        if (!input.IsArray)
        {
            return index is 0 or -1 ? input : default;
        }

        return input[index < 0 ? input.Count + index : index];
    }

    /// <summary>
    /// How many times the predicate's value takes the item at an index: a number is an index, an array of numbers several, anything else
    /// counts by its truth.
    /// </summary>
    public static int Matches(JsonValue predicate, int index, int count)
    {
        if (predicate.TryGetDouble(out double number))
        {
            return IsAt(number, index, count) ? 1 : 0;
        }

        if (!predicate.IsArray)
        {
            return Truth.Of(predicate) ? 1 : 0;
        }

        int matches = 0;
        foreach (JsonValue item in predicate.Items())
        {
            if (!item.TryGetDouble(out number))
            {
                return Truth.Of(predicate) ? 1 : 0;
            }

            if (IsAt(number, index, count))
            {
                matches++;
            }
        }

        return matches;
    }

    /// <summary>Whether a number that a predicate gave is the index: it is rounded down, and counts from the end if it is negative.</summary>
    public static bool IsAt(double number, int index, int count)
    {
        double at = Math.Floor(number);
        return (at < 0 ? count + at : at) == index;
    }

    /// <summary>How many items a predicate goes over.</summary>
    public static int CountOf(JsonValue input) => input.IsArray ? input.Count : input.IsMissing ? 0 : 1;

    /// <summary>
    /// What the values of an object constructor are evaluated for when its context is an array: its items, appended to one another
    /// (JSONata, evaluateGroupExpression).
    /// </summary>
    public static JsonValue Grouped(JsonValue context) => context.IsArray ? GroupedArray(context) : context;

    private static JsonValue GroupedArray(JsonValue context)
    {
        if (context.Count < 2)
        {
            return context[0];
        }

        var items = new Sequence();
        foreach (JsonValue item in context.Items())
        {
            items.Append(item);
        }

        return items.ToArray();
    }

    // An array constructed at the end of a path, which a path that goes on from it doesn't open.
    private static bool IsOne(JsonValue context) => context.IsKept && !context.IsSequence;

    private static bool TryFind(JsonValue item, Key first, Key second, out JsonValue found)
    {
        if (item.Node is Document document)
        {
            int row = document.FindMember((int)item.Bits, first);
            row = row < 0 ? row : document.FindMember(row, second);
            if (row >= 0)
            {
                found = new JsonValue(document, row);
                return true;
            }
        }

        found = default;
        return false;
    }

    private static JsonValue OfEach(Items items, Key key)
    {
        var results = new Sequence();
        foreach (JsonValue item in items)
        {
            results.Add(Field(item, key));
        }

        return results.ToValue();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static JsonValue FieldSlow(JsonValue item, Key key)
    {
        if (item.Node is Document document && document.Rows[(int)item.Bits].Kind != RowKind.Array)
        {
            return default;
        }

        JsonValue value = item[key];
        return Sequences.Collapse(value.IsMissing && item.IsArray ? Lookup(item, key) : value);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static JsonValue GetSlow(JsonValue context, Key key)
    {
        if (context.Node is Document document && document.Rows[(int)context.Bits].Kind != RowKind.Array)
        {
            return default;
        }

        JsonValue value = context[key];
        // An array that is no sequence is the only result, and stays whole.
        if (value.Node is not null && !value.IsSequence)
        {
            return value;
        }

        if (!value.IsMissing || !context.IsArray || IsOne(context))
        {
            value = value.IsMissing && context.IsArray ? Lookup(context, key) : value;
            var one = new Sequence();
            one.Add(Sequences.Collapse(value));
            return one.ToValue();
        }

        var results = new Sequence();
        foreach (JsonValue item in context.Items())
        {
            results.Add(Field(item, key));
        }

        return results.ToValue();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Items EachSlow(JsonValue context, Key key)
    {
        JsonValue value = context[key];
        if (!value.IsMissing || !context.IsArray || IsOne(context))
        {
            value = value.IsMissing && context.IsArray ? Lookup(context, key) : value;
            return Items.Flat(Sequences.Collapse(value));
        }

        var items = new Sequence();
        foreach (JsonValue item in context.Items())
        {
            foreach (JsonValue result in Items.Flat(Field(item, key)))
            {
                items.Push(result);
            }
        }

        return items.ToItems();
    }
}
