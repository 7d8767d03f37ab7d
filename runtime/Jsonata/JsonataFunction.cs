using Compiled.Values;

namespace Compiled.Jsonata;

/// <summary>
/// A function as a value: a lambda, a built-in function, a part of one, or a regular expression. It is the node of a
/// <see cref="JsonValue"/> that is not JSON: it can be passed about and called, never written.
/// </summary>
public abstract class JsonataFunction
{
    /// <summary>How many arguments the function takes; higher-order functions pass no more than these.</summary>
    public abstract int Arity { get; }

    /// <summary>Calls the function. Arguments left out are missing values; surplus ones are ignored.</summary>
    /// <exception cref="JsonataException">The arguments don't fit, or the function failed.</exception>
    public abstract JsonValue Invoke(ReadOnlySpan<JsonValue> arguments, Evaluation evaluation);

    /// <summary>The function as a value.</summary>
    public JsonValue AsValue() => new(this);

    /// <summary>Calls the function where there is a context item, which a signature may let stand in for an argument.</summary>
    /// <param name="context">The context item.</param>
    /// <param name="arguments">The arguments.</param>
    /// <param name="name">What the caller calls the function, for errors; without its <c>$</c>.</param>
    /// <param name="evaluation">The evaluation.</param>
    internal virtual JsonValue InvokeIn(JsonValue context, ReadOnlySpan<JsonValue> arguments, string? name, Evaluation evaluation) => Invoke(arguments, evaluation);

    /// <summary>Calls the function as a partial application does: without a look at its signature.</summary>
    internal virtual JsonValue InvokeUnchecked(ReadOnlySpan<JsonValue> arguments, Evaluation evaluation) => Invoke(arguments, evaluation);
}
