using Compiled.Values;

namespace Compiled.Jsonata;

/// <content>
/// Functions that call functions. They pass the value, its index or name, and the whole, as many of them as the function takes. A value that is
/// no array stands for an array of one.
/// </content>
public static partial class JsonataFunctions
{
    private const int LeastReducerArity = 2, IndexArity = 2, WholeArity = 3, ReducerIndexArity = 3, ReducerWholeArity = 4;

    /// <summary><c>$map(array, function)</c>: a sequence of what the function gives for the elements.</summary>
    public static JsonValue Map(JsonValue array, JsonValue function, Evaluation evaluation)
    {
        JsonataFunction mapping = Arguments.Function(function, "map", 2);
        if (array.IsMissing)
        {
            return default;
        }

        JsonValue items = Arguments.Array(array);
        var results = new JsonValue[items.Count];
        int index = 0, count = 0;
        foreach (JsonValue item in items.Items())
        {
            JsonValue result = Call(mapping, item, index++, items, evaluation);
            if (!result.IsMissing)
            {
                results[count++] = result;
            }
        }

        return JsonValue.SequenceOf(count == results.Length ? results : results[..count]);
    }

    /// <summary><c>$filter(array, function)</c>: a sequence of the elements for which the function gives what counts as true.</summary>
    public static JsonValue Filter(JsonValue array, JsonValue function, Evaluation evaluation)
    {
        JsonataFunction predicate = Arguments.Function(function, "filter", 2);
        if (array.IsMissing)
        {
            return default;
        }

        JsonValue items = Arguments.Array(array);
        var kept = new Sequence();
        int index = 0;
        foreach (JsonValue item in items.Items())
        {
            if (Truth.Of(Call(predicate, item, index++, items, evaluation)))
            {
                kept.Push(item);
            }
        }

        return kept.ToSequence();
    }

    /// <summary><c>$single(array, function?)</c>: the one element for which the function gives what counts as true.</summary>
    /// <exception cref="JsonataException">D3138: there are more. D3139: there is none.</exception>
    public static JsonValue Single(JsonValue array, JsonValue function, Evaluation evaluation)
    {
        JsonataFunction? predicate = Arguments.OptionalFunction(function, "single", 2);
        if (array.IsMissing)
        {
            return default;
        }

        JsonValue items = Arguments.Array(array), single = default;
        int index = 0;
        foreach (JsonValue item in items.Items())
        {
            if (predicate is null || Truth.Of(Call(predicate, item, index, items, evaluation)))
            {
                single = single.IsMissing ? item : throw JsonataError.Of("D3138", index: index);
            }

            index++;
        }

        return single.IsMissing ? throw JsonataError.Of("D3139") : single;
    }

    /// <summary><c>$reduce(array, function, initial?)</c>: the function takes what it gave before and the next element.</summary>
    /// <exception cref="JsonataException">D3050: the function takes less than two arguments.</exception>
    public static JsonValue Reduce(JsonValue array, JsonValue function, JsonValue initial, Evaluation evaluation)
    {
        JsonataFunction reducer = Arguments.Function(function, "reduce", 2);
        if (initial.IsFunction)
        {
            throw Arguments.Mismatch("reduce", 3);
        }

        if (array.IsMissing)
        {
            return default;
        }

        if (reducer.Arity < LeastReducerArity)
        {
            throw JsonataError.Of("D3050", index: 1);
        }

        JsonValue items = Arguments.Array(array), result = initial;
        bool takesFirst = initial.IsMissing;
        int index = 0;
        foreach (JsonValue item in items.Items())
        {
            result = takesFirst ? item : CallReducer(reducer, result, item, index, items, evaluation);
            takesFirst = false;
            index++;
        }

        return result;
    }

    /// <summary><c>$each(object, function)</c>: a sequence of what the function gives for the members.</summary>
    public static JsonValue Each(JsonValue value, JsonValue function, Evaluation evaluation)
    {
        Arguments.Object(value, "each", 1);
        JsonataFunction mapping = Arguments.Function(function, "each", 2);
        if (value.IsMissing)
        {
            return default;
        }

        var results = new Sequence();
        foreach (JsonMember member in value.Members())
        {
            results.Push(Call(mapping, member, value, evaluation));
        }

        return results.ToSequence();
    }

    /// <summary><c>$sift(object, function)</c>: an object of the members for which the function gives what counts as true; nothing for none.</summary>
    public static JsonValue Sift(JsonValue value, JsonValue function, Evaluation evaluation)
    {
        Arguments.Object(value, "sift", 1);
        JsonataFunction? predicate = Arguments.OptionalFunction(function, "sift", 2);
        var kept = new List<JsonProperty>();
        foreach (JsonMember member in value.Members())
        {
            if (Truth.Of(Call(predicate ?? throw Arguments.Mismatch("sift", 2), member, value, evaluation)))
            {
                kept.Add(new JsonProperty(member.Key, member.Value));
            }
        }

        return kept.Count == 0 ? default : JsonValue.ObjectOf([.. kept]);
    }

    private static JsonValue Call(JsonataFunction function, in JsonValue item, int index, in JsonValue items, Evaluation evaluation)
    {
        evaluation.Step();
        return function.Arity switch
        {
            >= WholeArity => function.Invoke([item, JsonValue.Number((long)index), items], evaluation),
            IndexArity => function.Invoke([item, JsonValue.Number((long)index)], evaluation),
            _ => function.Invoke([item], evaluation),
        };
    }

    private static JsonValue Call(JsonataFunction function, in JsonMember member, in JsonValue whole, Evaluation evaluation)
    {
        evaluation.Step();
        return function.Arity switch
        {
            >= WholeArity => function.Invoke([member.Value, JsonValue.String(member.Name), whole], evaluation),
            IndexArity => function.Invoke([member.Value, JsonValue.String(member.Name)], evaluation),
            _ => function.Invoke([member.Value], evaluation),
        };
    }

    private static JsonValue CallReducer(JsonataFunction reducer, in JsonValue result, in JsonValue item, int index, in JsonValue items, Evaluation evaluation)
    {
        evaluation.Step();
        return reducer.Arity switch
        {
            >= ReducerWholeArity => reducer.Invoke([result, item, JsonValue.Number((long)index), items], evaluation),
            ReducerIndexArity => reducer.Invoke([result, item, JsonValue.Number((long)index)], evaluation),
            _ => reducer.Invoke([result, item], evaluation),
        };
    }
}
