using Compiled.Values;

namespace Compiled.Jsonata;

/// <summary>A built-in function as a value: <c>$map(names, $uppercase)</c>.</summary>
/// <param name="name">The name without its <c>$</c>.</param>
/// <param name="arity">How many arguments JSONata's own implementation declares, which is how many higher-order functions pass.</param>
/// <param name="signature">What its arguments must be.</param>
/// <param name="body">What it does.</param>
public sealed class BuiltIn(string name, int arity, Signature signature, LambdaBody body) : JsonataFunction
{
    /// <inheritdoc/>
    public override int Arity => arity;

    /// <inheritdoc/>
    public override JsonValue Invoke(ReadOnlySpan<JsonValue> arguments, Evaluation evaluation) => InvokeIn(JsonValue.Null, arguments, name, evaluation);

    internal override JsonValue InvokeIn(JsonValue context, ReadOnlySpan<JsonValue> arguments, string? calledAs, Evaluation evaluation)
        => InvokeUnchecked(signature.Validate(arguments, context, calledAs ?? name), evaluation);

    internal override JsonValue InvokeUnchecked(ReadOnlySpan<JsonValue> arguments, Evaluation evaluation)
    {
        evaluation.Enter();
        JsonValue result = body(arguments, evaluation);
        evaluation.Leave();
        return result;
    }
}
