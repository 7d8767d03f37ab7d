using Compiled.Values;

namespace Compiled.Benchmarks;

/// <summary>The same with the failure as a value.</summary>
internal sealed class OurFlakyValue : W3Retry.ITasks
{
    private static readonly Key s_attempts = Key.Of("attempts");
    private static readonly JsonValue s_transient = JsonValue.Failure(new Fault("Custom.Transient", "not yet"));
    private int _calls;

    public ValueTask<JsonValue> FlakyAsync(JsonValue arguments, TaskContext context, CancellationToken cancellationToken)
        => new(++_calls < 3 ? s_transient : JsonValue.ObjectOf([new(s_attempts, _calls)]));
}
