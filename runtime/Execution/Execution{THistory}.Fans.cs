using Compiled.History;
using Compiled.Values;

namespace Compiled.Execution;

/// <summary>Parallel and Map states.</summary>
public sealed partial class Execution<THistory>
{
    private List<AbortedEffect>? _aborted;

    /// <summary>Takes the next effect that nobody waits for any more, for the host to cancel; false when there is none.</summary>
    public bool TryTakeAborted(out AbortedEffect aborted)
    {
        aborted = default;
        if (_aborted is not { Count: > 0 })
            return false;
        aborted = _aborted[^1];
        _aborted.RemoveAt(_aborted.Count - 1);
        return true;
    }

    /// <summary>Makes the children ready to start; the parent goes on at once when there are none.</summary>
    private Frame<THistory>? Open(Fan<THistory> fan, int tip, out Signal signal)
    {
        fan.LastTip = tip;
        if (fan.IsDone)
            return Join(fan, out signal);
        signal = default;
        MakeReady(fan);
        return null;
    }

    /// <summary>Takes a child's output; the parent goes on after the last.</summary>
    private Frame<THistory>? Complete(Fan<THistory> fan, Frame<THistory> child, out Signal signal)
    {
        fan.LastTip = fan.IsMap
            ? Record(HistoryEventType.MapIterationSucceeded, child.Tip, default, fan.Parent.State, number: child.Index)
            : child.Tip;
        fan.Complete(child);
        if (fan.IsDone)
            return Join(fan, out signal);
        signal = default;
        MakeReady(fan);
        return null;
    }

    // the success of a fan is nobody's previous event; the exit follows the last child's end.
    private Frame<THistory> Join(Fan<THistory> fan, out Signal signal)
    {
        fan.IsOver = true;
        fan.Parent.Tip = fan.LastTip;
        fan.Parent.Fan = null;
        Record(fan.IsMap ? HistoryEventType.MapStateSucceeded : HistoryEventType.ParallelStateSucceeded, fan.LastTip, default);
        signal = new Signal(SignalKind.Joined, 0, JsonValue.ArrayOf(fan.Results));
        return fan.Parent;
    }

    // every event of the end has the failing event as its previous.
    private Signal FailFan(Fan<THistory> fan, Frame<THistory>? failing, Fault fault, int cause)
    {
        fan.IsOver = true;
        if (failing is not null)
        {
            if (fan.IsMap)
                Record(HistoryEventType.MapIterationFailed, cause, default, fan.Parent.State, number: failing.Index);
            // A failing Task shows as aborted too, since nothing else says that the state has ended.
            if (failing.IsInState && failing.State.Type == StateType.Task)
                Record(HistoryEventType.TaskStateAborted, cause, default);
        }

        // The fan stays with its parent until that retries or catches the failure: a redrive goes on with what it has.
        AbortChildren(fan, failing, cause);
        fan.Parent.Tip = cause;
        fan.Parent.FanFailed = failing is not null;
        return new Signal(SignalKind.Joined, 0, JsonValue.Failure(fault));
    }

    // Recursive, since fans are nested as deep as the definition nests them.
    private void AbortChildren(Fan<THistory> fan, Frame<THistory>? failing, int cause)
    {
        for (Frame<THistory>? child = fan.First; child is not null; child = child.NextSibling)
        {
            if (ReferenceEquals(child, failing))
                continue;
            if (fan.IsMap)
                Record(HistoryEventType.MapIterationAborted, cause, default, fan.Parent.State, number: child.Index);
            RecordAbortedMapRun(child, cause);
            if (child.IsInState && EventTypes.Aborted(child.State.Type) is { } aborted)
                Record(aborted, cause, default);
            Forget(child);
            if (child.Fan is not { } inner)
                continue;
            inner.IsOver = true;
            AbortChildren(inner, null, cause);
        }
    }

    private void Forget(Frame<THistory> frame)
    {
        if (frame.Effect == 0)
            return;
        if (ReferenceEquals(frame, _handed))
            _handed = null;
        else
            _outstanding?.Remove(frame.Effect);
        (_aborted ??= []).Add(new AbortedEffect(frame.Effect, frame.Host));
        frame.Effect = 0;
        frame.Host = null;
    }

    private void MakeReady(Fan<THistory> fan)
    {
        if (fan.IsReady || !fan.CanStart)
            return;
        fan.IsReady = true;
        fan.NextReady = _ready;
        _ready = fan;
    }

    /// <summary>Starts the next child of the fan that became ready last; gives the frame to run, and the signal to run it with.</summary>
    private bool TryStart(out Frame<THistory>? started, out Signal signal)
    {
        if (THistory.IsOn && Restarts is not null && TryRestart(out started, out signal))
            return true;
        signal = new Signal(SignalKind.Start);
        started = null;
        while (_ready is { } fan)
        {
            if (!fan.CanStart)
            {
                _ready = fan.NextReady;
                fan.NextReady = null;
                fan.IsReady = false;
                continue;
            }

            Fault? fault = null;
            started = fan.Start(out JsonValue input, out int tip, ref fault);
            if (started is null)
            {
                // An ItemSelector that can't be evaluated is the Map's own error, not an iteration's.
                started = fan.Parent;
                signal = FailFan(fan, null, fault!, fan.Parent.Tip);
                return !Overflowed;
            }

            if (fan.IsMap)
                tip = Record(HistoryEventType.MapIterationStarted, tip, default, fan.Parent.State, number: started.Index);
            started.Begin(in input, tip);
            return !Overflowed;
        }

        return false;
    }
}
