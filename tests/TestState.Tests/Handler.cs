using Compiled;
using Compiled.Values;

namespace TestState.Tests;

/// <summary>A handler that is a function, and counts its calls.</summary>
internal sealed class Handler(Func<JsonValue, TaskContext, CancellationToken, ValueTask<JsonValue>> work) : ITaskHandler
{
    public Handler(Func<JsonValue, JsonValue> work)
        : this((input, _, _) => ValueTask.FromResult(work(input)))
    {
    }

    public int Calls { get; private set; }

    public ValueTask<JsonValue> HandleAsync(JsonValue input, TaskContext context, CancellationToken cancellationToken)
    {
        Calls++;
        return work(input, context, cancellationToken);
    }
}
