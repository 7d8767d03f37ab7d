using Compiled.Expressions;
using Compiled.History;
using Compiled.Values;

namespace Compiled.Execution;

/// <summary>The events of tasks.</summary>
public sealed partial class Execution<THistory>
{
    internal void Schedule(Frame<THistory> frame, StateInfo state)
    {
        // Executions with a test case always have a history. Counted here, the number is the same when the execution is folded.
        if (THistory.IsOn && TestCase is not null)
            frame.SetInvocation(CountCall(frame.StateNumber));
        switch (state.ResourceKind)
        {
            case ResourceKind.Lambda:
                frame.Tip = Record(HistoryEventType.LambdaFunctionScheduled, frame.Tip, frame.Arguments, state, THistory.IsOn ? Limits(frame) : null);
                frame.Tip = Record(HistoryEventType.LambdaFunctionStarted, frame.Tip, default);
                break;
            case ResourceKind.Activity:
                // Recorded when the host has queued the task: an activity that doesn't exist shows no event (T-035).
                break;
            default:
                frame.Tip = Record(HistoryEventType.TaskScheduled, frame.Tip, frame.Arguments, state, THistory.IsOn ? Limits(frame) : null);
                frame.Tip = Record(HistoryEventType.TaskStarted, frame.Tip, default, state);
                break;
        }
    }

    private void RecordProgress(Frame<THistory> frame, in Signal signal)
    {
        StateInfo state = frame.State;
        if (signal.Kind == SignalKind.Started)
            frame.Tip = Record(HistoryEventType.ActivityStarted, frame.Tip, default, signal.Value.IsString ? signal.Value.AsString() : null);
        else if (frame.IsSubmitted)
            return;
        else if (state.ResourceKind == ResourceKind.Activity)
            frame.Tip = Record(HistoryEventType.ActivityScheduled, frame.Tip, frame.Arguments, state, THistory.IsOn ? Limits(frame) : null);
        else
            frame.Tip = Record(HistoryEventType.TaskSubmitted, frame.Tip, signal.Value.IsMissing || signal.Value.IsFailure ? JsonValue.Null : signal.Value, state);
        frame.IsSubmitted = true;
    }

    /// <summary>Records how a task ended and gives its result as the flow sees it.</summary>
    private JsonValue Complete(Frame<THistory> frame, SignalKind kind, in JsonValue reply)
    {
        if (frame.EffectKind == Next.MapRun)
            return CompleteMapRun(frame, in reply);
        StateInfo state = frame.State;
        frame.TaskToken = null;
        if (kind == SignalKind.TimedOut)
        {
            // L-206: a heartbeat that stayed away is recorded as a timeout; the flow can tell them apart.
            if (state.ResourceKind != ResourceKind.Activity || frame.IsSubmitted)
                frame.Tip = Record(EventTypes.TimedOut(state.ResourceKind), frame.Tip, s_timeout, state);
            return reply.IsFailure ? reply : s_timeout;
        }

        JsonValue result = reply.IsMissing ? JsonValue.Null : reply;
        if (!result.IsFailure && KernelFaults.SizeFault(in result, LimitName(state)) is { } fault)
            result = JsonValue.Failure(fault);
        if (!result.IsFailure)
            frame.Tip = Record(EventTypes.Succeeded(state.ResourceKind), frame.Tip, in result, state);
        else if (state.ResourceKind != ResourceKind.Activity || frame.IsSubmitted)
            frame.Tip = Record(EventTypes.Failed(state.ResourceKind), frame.Tip, in result, state);
        return result;
    }

    private static readonly JsonValue s_timeout = JsonValue.Failure(KernelFaults.Timeout);

    // E-030: the service of an integration, otherwise the whole ARN.
    private static string LimitName(StateInfo state) => state.ResourceKind == ResourceKind.Integration ? state.ResourceService : state.Resource;

    private ScheduledDetails Limits(Frame<THistory> frame)
        => new(Region, frame.TimeoutSeconds, frame.HeartbeatSeconds, frame.Credentials);
}
