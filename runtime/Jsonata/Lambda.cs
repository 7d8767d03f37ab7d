using Compiled.Values;

namespace Compiled.Jsonata;

/// <summary>A function that an expression defines.</summary>
public sealed class Lambda : JsonataFunction
{
    private readonly LambdaBody _body;
    private readonly Signature? _signature;

    private Lambda(int arity, LambdaBody body, Signature? signature)
    {
        Arity = arity;
        _body = body;
        _signature = signature;
    }

    /// <inheritdoc/>
    public override int Arity { get; }

    /// <summary>The function as a value.</summary>
    /// <param name="arity">How many parameters it has.</param>
    /// <param name="body">What it does.</param>
    /// <param name="signature">What its arguments must be.</param>
    public static JsonValue Of(int arity, LambdaBody body, Signature? signature = null) => new Lambda(arity, body, signature).AsValue();

    /// <inheritdoc/>
    public override JsonValue Invoke(ReadOnlySpan<JsonValue> arguments, Evaluation evaluation) => InvokeIn(JsonValue.Null, arguments, null, evaluation);

    internal override JsonValue InvokeIn(JsonValue context, ReadOnlySpan<JsonValue> arguments, string? name, Evaluation evaluation)
        => InvokeUnchecked(_signature is null ? arguments : _signature.Validate(arguments, context, name), context, evaluation);

    internal override JsonValue InvokeUnchecked(ReadOnlySpan<JsonValue> arguments, Evaluation evaluation) => InvokeUnchecked(arguments, JsonValue.Null, evaluation);

    private JsonValue InvokeUnchecked(ReadOnlySpan<JsonValue> arguments, JsonValue context, Evaluation evaluation)
    {
        evaluation.Enter();
        JsonValue result = _body(arguments, evaluation);
        while (evaluation.TakeTailCall(out JsonValue next, out string? name, out JsonValue[] nextArguments))
        {
            evaluation.Step();
            if (next.Node is Lambda lambda)
            {
                result = lambda._body(lambda._signature is null ? nextArguments : lambda._signature.Validate(nextArguments, context, name), evaluation);
            }
            else
            {
                result = Calls.Function(next).InvokeIn(context, nextArguments, name, evaluation);
            }
        }

        evaluation.Leave();
        return result;
    }
}
