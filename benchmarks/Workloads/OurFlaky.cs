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
