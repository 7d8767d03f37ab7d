using Compiled.Values;

namespace Compiled.Jsonata;

/// <summary>Two functions after one another: <c>$trim ~&gt; $uppercase</c>.</summary>
internal sealed class Composition(JsonataFunction first, JsonataFunction second) : JsonataFunction
{
    public override int Arity => 1;

    public override JsonValue Invoke(ReadOnlySpan<JsonValue> arguments, Evaluation evaluation)
    {
        evaluation.Enter();
        JsonValue between = Sequences.Collapse(first.Invoke([arguments.At(0)], evaluation));
        JsonValue result = second.Invoke([between], evaluation);
        evaluation.Leave();
        return result;
    }
}
