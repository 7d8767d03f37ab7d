using Compiled.Values;

namespace Compiled.Server;

/// <summary>
/// Fails every task, and says how a handler is configured. Without it an execution waits for a handler to be added, which suits a program that has
/// handlers of its own.
/// </summary>
public sealed class MissingHandlers : ITaskHandler
{
    /// <inheritdoc/>
    public ValueTask<JsonValue> HandleAsync(JsonValue input, TaskContext context, CancellationToken cancellationToken) => ValueTask.FromResult(JsonValue.Failure(new Fault(
        "States.TaskFailed", $"This server has no handler for the resource '{context.Resource}' of the state '{context.StateName}': compiled serve --outside FILE configures one.")));
}
