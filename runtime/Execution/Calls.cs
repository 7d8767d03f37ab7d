using Compiled.Values;

namespace Compiled.Execution;

/// <summary>Calls handlers.</summary>
internal static class Calls
{
    /// <summary>Calls a handler; what it throws before it first awaits becomes a failure value.</summary>
    public static ValueTask<JsonValue> Invoke(
        Workflow workflow, Frame frame, ITaskAttempt? attempt, ExecutionOptions options, RunObserver? observer, CancellationToken cancellationToken)
    {
        try
        {
            return observer is null
                ? workflow.Perform(frame, attempt, options, cancellationToken)
                : observer.Observe(workflow, frame, attempt, options, cancellationToken);
        }
        catch (Exception thrown)
        {
            return ValueTask.FromResult(HandlerFailure.Of(thrown, workflow));
        }
    }
}
