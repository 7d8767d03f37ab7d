using System.Collections.Concurrent;
using Compiled.Values;
using ExpressHost.Tests.Machines;

namespace ExpressHost.Tests;

/// <summary>A handler that answers when it is told to. It tells when it was called, so that no test has to wait for a time.</summary>
public sealed class Gate
{
    private readonly ConcurrentDictionary<string, (TaskCompletionSource Called, TaskCompletionSource<JsonValue> Reply)> _calls = new(StringComparer.Ordinal);

    /// <summary>A machine whose task waits at the gate; its input is the name of the call, its output the answer.</summary>
    public AskWorkflow Workflow() => new(async (input, cancellationToken) =>
    {
        (TaskCompletionSource called, TaskCompletionSource<JsonValue> reply) = Call(input.AsString());
        called.TrySetResult();
        return await reply.Task.WaitAsync(cancellationToken);
    });

    public Task CalledAsync(string name) => Call(name).Called.Task;

    public void Open(string name) => Call(name).Reply.TrySetResult(JsonValue.String(name + " done"));

    private (TaskCompletionSource Called, TaskCompletionSource<JsonValue> Reply) Call(string name) => _calls.GetOrAdd(
        name, _ => (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), new TaskCompletionSource<JsonValue>(TaskCreationOptions.RunContinuationsAsynchronously)));
}
