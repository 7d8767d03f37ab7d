using Compiled.Tasks.Nested;
using Compiled.Values;

namespace Compiled.Server.Executions;

/// <summary>Does the tasks of all executions: executions that tasks start, and the user's handlers.</summary>
/// <param name="outside">The user's handlers.</param>
internal sealed class ServerTasks(ITaskHandler outside) : ITaskHandler
{
    private NestedExecutions? _nested;

    /// <summary>The executions that tasks start.</summary>
    public void UseExecutions(IExecutionService executions) => _nested = new NestedExecutions(executions);

    public ValueTask<JsonValue> HandleAsync(JsonValue input, TaskContext context, CancellationToken cancellationToken)
        => Find(in context).HandleAsync(input, context, cancellationToken);

    public bool IsIdempotent(JsonValue input, TaskContext context) => Find(in context).IsIdempotent(input, context);

    private ITaskHandler Find(in TaskContext context) => _nested is not null && context.Resource.Contains(":states:", StringComparison.Ordinal) && NestedExecutions.Handles(context.Resource) ? _nested : outside;
}
