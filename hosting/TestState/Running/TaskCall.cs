using Compiled.Execution;
using Compiled.Values;

namespace Compiled.TestState.Running;

/// <summary>Has the work of a Task done, once: attempts that a test supposes to have been made fail as the one that is made.</summary>
internal sealed class TaskCall(Workflow workflow, ExecutionOptions options, TestClock clock)
{
    private (SignalKind Kind, JsonValue Value)? _made;

    /// <summary>The signal that the task's end is; null when the test's time was over before.</summary>
    public async Task<Signal?> PerformAsync(Frame frame, CancellationToken cancellationToken)
    {
        if (_made is null)
        {
            TimeSpan left = clock.Left;
            bool hasLimit = frame.TimeoutSeconds > 0 && frame.TimeoutSeconds < left.TotalSeconds;
            using CancellationTokenSource wanted = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            Task<JsonValue> work = Calls.Invoke(workflow, frame, null, options, null, wanted.Token).AsTask();
            if (!await clock.EndsWithinAsync(work, hasLimit ? TimeSpan.FromSeconds(frame.TimeoutSeconds) : left, cancellationToken).ConfigureAwait(false))
            {
                await wanted.CancelAsync().ConfigureAwait(false);
                if (!hasLimit)
                    return null;
                _made = (SignalKind.TimedOut, default);
            }
            else
                _made = (SignalKind.Reply, HandlerFailure.ResultOf(new ValueTask<JsonValue>(work), workflow));
        }

        return new Signal(_made.Value.Kind, frame.Effect, _made.Value.Value, clock.Now);
    }
}
