using Compiled.Language.Vocabulary;
using Compiled.Values;

namespace Compiled.Tasks;

/// <summary>Does a task through the handlers of a workflow, then of its options.</summary>
internal static class ResourceCall
{
    public static ValueTask<JsonValue> HandleAsync(ITaskHandler? handlers, JsonValue arguments, TaskContext context, CancellationToken cancellationToken)
    {
        ITaskHandler? others = context.Options.TaskHandlers;
        if (handlers is not null && (others is null || handlers is not TaskHandlerRegistry registry || registry.Has(in arguments, in context)))
            return handlers.HandleAsync(arguments, context, cancellationToken);
        return others is not null
            ? others.HandleAsync(arguments, context, cancellationToken)
            : ValueTask.FromResult(NoHandler(context.Resource, context.StateName));
    }

    /// <summary>The failure of a task that nobody handles; retried and caught as any other.</summary>
    public static JsonValue NoHandler(string resource, string stateName)
        => JsonValue.Failure(new Fault(StatesErrors.TaskFailed, $"No handler is registered for the resource '{resource}' of the state '{stateName}'.") { IsMissingHandler = true });

    /// <summary>Whether the handler that would do the task may do an attempt twice.</summary>
    public static bool IsIdempotent(ITaskHandler? handlers, in JsonValue arguments, TaskContext context)
    {
        ITaskHandler? others = context.Options.TaskHandlers;
        bool isOwn = handlers is not null && (others is null || handlers is not TaskHandlerRegistry registry || registry.Has(in arguments, in context));
        return (isOwn ? handlers : others)?.IsIdempotent(arguments, context) ?? false;
    }
}
