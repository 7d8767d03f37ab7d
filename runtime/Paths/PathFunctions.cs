using System.Text;
using Compiled.Values;

namespace Compiled.Expressions;

/// <summary>A function of a path: the value before it and its arguments, those without a value left out. Missing when it has no result.</summary>
internal delegate JsonValue PathFunction(JsonValue value, IReadOnlyList<JsonValue> arguments);

/// <summary>
/// The functions of paths, as Jayway JsonPath has them. Those that aggregate take the numbers of an array before them and of their
/// arguments, arrays among these being taken apart.
/// </summary>
internal static class PathFunctions
{
    /// <exception cref="ArgumentException">There is no such function.</exception>
    public static PathFunction Of(string name) => name switch
    {
        "length" => Length,
        "size" => Length,
        "min" => static (value, arguments) => Extreme(value, arguments, -1),
        "max" => static (value, arguments) => Extreme(value, arguments, 1),
        "avg" => static (value, arguments) => Aggregate(value, arguments, static (count, sum, _) => sum / count),
        "sum" => static (value, arguments) => Aggregate(value, arguments, static (_, sum, _) => sum),
        "stddev" => static (value, arguments) => Aggregate(value, arguments, Deviation),
        "keys" => Keys,
        "concat" => Concat,
        "append" => Append,
        "first" => static (value, _) => Paths.Item(value, 0),
        "last" => static (value, _) => Paths.Item(value, -1),
        "index" => static (value, arguments) => arguments is [var index, ..] && index.TryGetInt64(out long at) && at == (int)at
            ? Paths.Item(value, (int)at)
            : default,
        _ => throw new ArgumentException($"'{name}' is no function of paths.", nameof(name)),
    };

    private static JsonValue Length(JsonValue value, IReadOnlyList<JsonValue> arguments)
    {
        JsonValue counted = arguments.Count > 0 ? arguments[0] : value;
        return counted.IsArray || counted.IsObject ? JsonValue.Number((long)counted.Count) : JsonValue.Null;
    }

    private static JsonValue Keys(JsonValue value, IReadOnlyList<JsonValue> arguments)
    {
        if (!value.IsObject)
        {
            return JsonValue.Null;
        }

        var names = new List<JsonValue>(value.Count);
        foreach (JsonMember member in value.Members())
        {
            names.Add(JsonValue.String(member.Name));
        }

        return JsonValue.Array([.. names]);
    }

    private static JsonValue Concat(JsonValue value, IReadOnlyList<JsonValue> arguments)
    {
        var text = new StringBuilder();
        foreach (JsonValue item in value.Items())
        {
            if (item.IsString)
            {
                text.Append(item.AsString());
            }
        }

        foreach (JsonValue argument in Flatten(arguments))
        {
            text.Append(argument.IsString ? argument.AsString() : argument.ToString());
        }

        return JsonValue.String(text.ToString());
    }

    private static JsonValue Append(JsonValue value, IReadOnlyList<JsonValue> arguments)
    {
        if (!value.IsArray)
        {
            return value;
        }

        var items = new List<JsonValue>(value.Count + arguments.Count);
        foreach (JsonValue item in value.Items())
        {
            items.Add(item);
        }

        items.AddRange(arguments);
        return JsonValue.Array([.. items]);
    }

    private static JsonValue Extreme(JsonValue value, IReadOnlyList<JsonValue> arguments, int sign)
    {
        JsonValue best = default;
        foreach (JsonValue number in Numbers(value, arguments))
        {
            if (best.IsMissing || NumberOrder.Compare(number, best) * sign > 0)
            {
                best = number;
            }
        }

        return best;
    }

    private static JsonValue Aggregate(JsonValue value, IReadOnlyList<JsonValue> arguments, Func<int, double, double, double> result)
    {
        int count = 0;
        double sum = 0, squares = 0;
        foreach (JsonValue item in Numbers(value, arguments))
        {
            double number = item.AsDouble();
            sum += number;
            squares += number * number;
            count++;
        }

        double total = count == 0 ? double.NaN : result(count, sum, squares);
        return double.IsFinite(total) ? JsonValue.Number(total) : default;
    }

    // Of the whole population. Rounding can take the difference below zero when all numbers are equal.
    private static double Deviation(int count, double sum, double squares)
        => Math.Sqrt(Math.Max(0, (squares / count) - (sum / count * (sum / count))));

    private static IEnumerable<JsonValue> Numbers(JsonValue value, IReadOnlyList<JsonValue> arguments)
    {
        foreach (JsonValue item in value.Items())
        {
            if (item.IsNumber)
            {
                yield return item;
            }
        }

        foreach (JsonValue argument in Flatten(arguments))
        {
            if (argument.IsNumber)
            {
                yield return argument;
            }
        }
    }

    private static IEnumerable<JsonValue> Flatten(IReadOnlyList<JsonValue> arguments)
    {
        foreach (JsonValue argument in arguments)
        {
            if (!argument.IsArray)
            {
                yield return argument;
                continue;
            }

            foreach (JsonValue item in argument.Items())
            {
                yield return item;
            }
        }
    }
}
