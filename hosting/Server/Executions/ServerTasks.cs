using Compiled.Tasks;
using Compiled.Tasks.Nested;
using Compiled.Values;

namespace Compiled.Server.Executions;

/// <summary>Does the tasks of all executions: the user's handlers first, then those that the server has itself.</summary>
/// <param name="outside">The user's handlers; null for none.</param>
internal sealed class ServerTasks(ITaskHandler? outside) : ITaskHandler
{
    private NestedExecutions? _nested;

    /// <summary>The executions that tasks start.</summary>
    public void UseExecutions(IExecutionService executions) => _nested = new NestedExecutions(executions);

    public ValueTask<JsonValue> HandleAsync(JsonValue input, TaskContext context, CancellationToken cancellationToken)
        => Find(in context) is { } handler ? handler.HandleAsync(input, context, cancellationToken) : ValueTask.FromResult(NoHandler(context.Resource));

    public bool IsIdempotent(JsonValue input, TaskContext context) => Find(in context)?.IsIdempotent(input, context) ?? false;

    private ITaskHandler? Find(in TaskContext context) => _nested is not null && NestedExecutions.Handles(context.Resource) ? _nested : outside;

    private static JsonValue NoHandler(string resource) => JsonValue.Failure(new Fault(
        "States.TaskFailed", $"This server has no handler for the resource '{resource}': see docs/guide/replace-step-functions-local.md for how one is configured."));
}
