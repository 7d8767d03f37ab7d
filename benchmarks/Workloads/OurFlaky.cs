using Compiled.Tasks;
using Compiled.Values;

namespace Compiled.Benchmarks;

/// <summary>The task of W3 on our side: fails twice with an exception, then succeeds.</summary>
internal sealed class OurFlaky : W3Retry.ITasks
{
    private static readonly Key s_attempts = Key.Of("attempts");
    private int _calls;

    public ValueTask<JsonValue> FlakyAsync(JsonValue arguments, TaskContext context, CancellationToken cancellationToken)
        => ++_calls < 3 ? throw new TaskFailedException("Custom.Transient", "not yet") : new(JsonValue.ObjectOf([new(s_attempts, _calls)]));
}

/// <summary>The same with the failure as a value.</summary>
internal sealed class OurFlakyValue : W3Retry.ITasks
{
    private static readonly Key s_attempts = Key.Of("attempts");
    private static readonly JsonValue s_transient = JsonValue.Failure(new Fault("Custom.Transient", "not yet"));
    private int _calls;

    public ValueTask<JsonValue> FlakyAsync(JsonValue arguments, TaskContext context, CancellationToken cancellationToken)
        => new(++_calls < 3 ? s_transient : JsonValue.ObjectOf([new(s_attempts, _calls)]));
}
