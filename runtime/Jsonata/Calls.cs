using Compiled.Values;

namespace Compiled.Jsonata;

/// <summary>Calls of functions that are known only while the expression is evaluated.</summary>
public static class Calls
{
    /// <summary>Calls what a variable or an expression gave. The result is not collapsed.</summary>
    /// <param name="function">What is called.</param>
    /// <param name="context">The context item.</param>
    /// <param name="name">What it is called by, for errors; null for no name.</param>
    /// <param name="evaluation">The evaluation.</param>
    /// <param name="arguments">The arguments.</param>
    /// <exception cref="JsonataException">T1006: it is no function.</exception>
    public static JsonValue Call(JsonValue function, JsonValue context, string? name, Evaluation evaluation, params ReadOnlySpan<JsonValue> arguments)
        => Function(function).InvokeIn(context, arguments, name, evaluation);

    /// <summary>Calls what a path of one name gave, where a function of that name exists: its <c>$</c> may have been forgotten.</summary>
    /// <exception cref="JsonataException">T1005: the path gave nothing. T1006: it gave no function.</exception>
    public static JsonValue CallNamed(JsonValue function, JsonValue context, string name, Evaluation evaluation, params ReadOnlySpan<JsonValue> arguments)
        => function.IsMissing ? throw JsonataError.Of("T1005", token: name) : Call(function, context, name, evaluation, arguments);

    /// <summary><c>value ~&gt; function</c>: calls the function with the value, or composes two functions.</summary>
    /// <exception cref="JsonataException">T2006: the right side is no function.</exception>
    public static JsonValue Apply(JsonValue value, JsonValue function, Evaluation evaluation)
    {
        JsonataFunction right = function.AsFunction ?? throw JsonataError.Of("T2006", token: "~>", value: function);
        return value.AsFunction is { } left ? new Composition(left, right).AsValue() : right.InvokeIn(JsonValue.Null, [value], null, evaluation);
    }

    /// <summary>A function with some arguments given.</summary>
    /// <param name="function">The function.</param>
    /// <param name="name">What it is called by, for errors.</param>
    /// <param name="open">The places left open.</param>
    /// <param name="arguments">The arguments, missing values in the places left open.</param>
    /// <exception cref="JsonataException">T1008: it is no function.</exception>
    public static JsonValue Partial(JsonValue function, string? name, ReadOnlySpan<int> open, params ReadOnlySpan<JsonValue> arguments)
        => new PartialApplication(function.AsFunction ?? throw JsonataError.Of("T1008", token: name), arguments.ToArray(), open).AsValue();

    /// <summary>As <see cref="Partial"/> for a path of one name, where a function of that name exists.</summary>
    /// <exception cref="JsonataException">T1007: the path gave nothing. T1008: it gave no function.</exception>
    public static JsonValue PartialNamed(JsonValue function, string name, ReadOnlySpan<int> open, params ReadOnlySpan<JsonValue> arguments)
        => function.IsMissing ? throw JsonataError.Of("T1007", token: name) : Partial(function, name, open, arguments);

    /// <summary>The context item where it stands in for the first argument of a built-in function.</summary>
    /// <exception cref="JsonataException">T0411: it doesn't fit there.</exception>
    public static JsonValue Context(JsonValue context, string accepts, string name)
        => accepts.Contains(SignatureParameter.Letter(context), StringComparison.Ordinal) ? context : throw JsonataError.Of("T0411", token: name, index: 1);

    /// <summary>The first argument of a built-in function over the fields of an object.</summary>
    /// <exception cref="JsonataException">T0410: it is neither an object nor missing.</exception>
    public static JsonValue ObjectFor(JsonValue value, string name)
    {
        Arguments.Object(value, name, 1);
        return value;
    }

    internal static JsonataFunction Function(JsonValue value) => value.AsFunction ?? throw JsonataError.Of("T1006");
}
