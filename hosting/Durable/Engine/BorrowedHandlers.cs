using Compiled.Tasks;
using Compiled.Values;

namespace Compiled.Durable.Engine;

/// <summary>
/// The handlers of a program's workflow, for executions of an older definition of it: a task goes to the handler of the state of the same name
/// and resource, else of a state with the same resource.
/// </summary>
internal sealed class BorrowedHandlers(Workflow current, ITaskHandler? others) : ITaskHandler
{
    public ValueTask<JsonValue> HandleAsync(JsonValue input, TaskContext context, CancellationToken cancellationToken)
        => StateFor(in context) is { } state ? current.PerformFor(state, input, context, cancellationToken)
            : others is not null ? others.HandleAsync(input, context, cancellationToken)
            : ValueTask.FromResult(ResourceCall.NoHandler(context.Resource, context.StateName));

    public bool IsIdempotent(JsonValue input, TaskContext context)
        => StateFor(in context) is { } state ? current.MayRepeatFor(state, input, context) : others?.IsIdempotent(input, context) ?? false;

    private int? StateFor(in TaskContext context)
    {
        int? sameResource = null;
        IReadOnlyList<StateInfo> states = current.Machine.States;
        for (int i = 0; i < states.Count; i++)
        {
            if (states[i].Resource != context.Resource)
                continue;
            if (states[i].Name == context.StateName)
                return i;
            sameResource ??= i;
        }

        return sameResource;
    }
}
