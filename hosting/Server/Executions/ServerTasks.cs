using Compiled.Events.Buses;
using Compiled.Tasks.Nested;
using Compiled.Values;

namespace Compiled.Server.Executions;

/// <summary>Does the tasks of all executions: executions that tasks start, and the user's handlers.</summary>
/// <param name="outside">The user's handlers.</param>
/// <param name="bus">The bus that takes the events that tasks put; null leaves them to the user's handlers.</param>
internal sealed class ServerTasks(ITaskHandler outside, EventBus? bus) : ITaskHandler
{
    private static readonly string s_putEvents = PutEventsHandler.Resource.TrimEnd('*');

    private readonly PutEventsHandler? _events = bus is null ? null : new PutEventsHandler(bus);
    private NestedExecutions? _nested;

    /// <summary>The executions that tasks start.</summary>
    public void UseExecutions(IExecutionService executions) => _nested = new NestedExecutions(executions);

    public ValueTask<JsonValue> HandleAsync(JsonValue input, TaskContext context, CancellationToken cancellationToken)
        => Find(in context).HandleAsync(input, context, cancellationToken);

    public bool IsIdempotent(JsonValue input, TaskContext context) => Find(in context).IsIdempotent(input, context);

    // A start is looked for only where one can be: most tasks are none.
    private ITaskHandler Find(in TaskContext context)
        => !context.Resource.Contains(":states:", StringComparison.Ordinal) ? outside
            : _nested is not null && NestedExecutions.Handles(context.Resource) ? _nested
            : _events is not null && context.Resource.StartsWith(s_putEvents, StringComparison.Ordinal) ? _events
            : outside;
}
