using Compiled.Values;

namespace Compiled.Execution;

/// <summary>Doing tasks.</summary>
internal partial class Driver<THistory>
{
    /// <summary>Starts a task. True with a signal to feed at once; otherwise the signal lets the other flows go on.</summary>
    private bool TryCall(Frame<THistory> frame, out Signal signal)
    {
        StateInfo state = frame.State;
        if (state.ResourceKind == ResourceKind.Activity)
            return Schedule(frame, state, out signal);

        // The handler needs something to talk to only if it may report on the way.
        PendingCall? call = state.HasToken || frame.HeartbeatSeconds > 0 ? new PendingCall(this, frame) : null;
        CancellationTokenSource cancel = _spare ?? new CancellationTokenSource();
        _spare = null;
        if (call is not null)
        {
            call.CancelWith(cancel);
            Link(frame, call);
            call.StartTimers();
        }

        ValueTask<JsonValue> reply = Calls.Invoke(Workflow, frame, call, Options, _observer, cancel.Token);
        // A job that ends at once was submitted all the same: its end stands in the mailbox behind that.
        if (!reply.IsCompleted || call is { HasSubmitted: true })
        {
            Await(frame, in reply, call, cancel);
            signal = new Signal(SignalKind.Resume);
            return false;
        }

        JsonValue value = HandlerFailure.ResultOf(in reply, Workflow);
        SignalKind kind = SignalKind.Reply;
        if (call is null)
            _spare = cancel;
        else if ((kind = call.Replied(in value)) == SignalKind.Reply)
            End(call);
        signal = new Signal(kind, frame.Effect, in value, Ticks());
        return true;
    }

    private void Await(Frame<THistory> frame, in ValueTask<JsonValue> reply, PendingCall? call, CancellationTokenSource cancel)
    {
        if (call is null)
        {
            call = new PendingCall(this, frame);
            call.CancelWith(cancel);
            Link(frame, call);
            call.StartTimers();
        }

        call.Await(in reply);
    }

    private bool Schedule(Frame<THistory> frame, StateInfo state, out Signal signal)
    {
        PendingCall call = new(this, frame);
        Link(frame, call);
        if (Options.Activities.TrySchedule(state.Resource, call))
        {
            call.StartTimers();
            signal = new Signal(SignalKind.Submitted, frame.Effect, default, Ticks());
            return true;
        }

        End(call);
        signal = new Signal(SignalKind.Reply, frame.Effect, call.MissingActivity(), Ticks());
        return true;
    }
}
