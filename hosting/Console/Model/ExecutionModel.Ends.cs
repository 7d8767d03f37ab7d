using Compiled.Durable;
using Compiled.Graph;
using Compiled.History;

namespace Compiled.WebConsole.Model;

/// <summary>How visits end, with their execution or before it, and how a redrive takes them on.</summary>
internal sealed partial class ExecutionModel
{
    private Place End(in EventOutline e, Place before)
    {
        HasEnded = true;
        (Error, Cause) = (e.Error, e.Cause);
        if (e.Type == HistoryEventType.ExecutionSucceeded)
            return _places[0];
        StateVisit? failing = e.Type == HistoryEventType.ExecutionFailed ? before.Visit : null;
        _resumable.Clear();
        if (failing is not null)
        {
            failing.Error ??= e.Error;
            failing.Cause ??= e.Cause;
            FailedAt = failing;
        }

        Close(Root, failing, e.Ticks);
        // What failed before inside a Parallel or Map that brought the execution down is taken on as well.
        for (StateVisit? visit = failing; visit is not null; visit = visit.Lane.Owner)
        {
            if (visit.Outcome is StateOutcome.Running or StateOutcome.Cancelled)
                Settle(visit, StateOutcome.Failed, e.Ticks);
        }

        AddResumable(Root);
        return _places[0];
    }

    private Place Redrive()
    {
        (HasEnded, Error, Cause, FailedAt) = (false, null, null, null);
        foreach (StateVisit visit in _resumable.Where(static visit => visit.IsContainer))
            Reopen(visit);
        return new Place(null, Root) { IsRedrive = true };
    }

    // The visit that the first event of a flow goes on with after a redrive: the one that it names, or the first of its kind.
    private StateVisit? TakeOn(in EventOutline e)
    {
        string type = e.Type.ToString();
        string? name = e.Name, resource = e.Resource;
        bool again = type.EndsWith("StateEntered", StringComparison.Ordinal);
        int at = name is not null ? _resumable.FindIndex(visit => visit.Name == name && (again || !visit.IsContainer || type.EndsWith("StateExited", StringComparison.Ordinal)))
            : type.StartsWith("Parallel", StringComparison.Ordinal) ? _resumable.FindIndex(static visit => visit.Type == "Parallel")
            : type.StartsWith("Map", StringComparison.Ordinal) ? _resumable.FindIndex(static visit => visit.Type == "Map")
            : type.StartsWith("Wait", StringComparison.Ordinal) ? _resumable.FindIndex(static visit => visit.Type == "Wait")
            : _resumable.FindIndex(visit => visit.Type == "Task" && visit.Resource == resource) is var same and >= 0 ? same
            : _resumable.FindIndex(static visit => visit.Type == "Task");
        if (at < 0)
            return null;
        StateVisit found = _resumable[at];
        _resumable.RemoveAt(at);
        if (!again)
            Reopen(found);
        return found;
    }

    private static void Reopen(StateVisit visit)
    {
        if (visit.IsOpen)
            return;
        (visit.Outcome, visit.EndTicks, visit.Error, visit.Cause) = (StateOutcome.Running, 0, null, null);
        visit.Redrives++;
        if (visit.Lane.Owner is not null)
            visit.Lane.Status = LaneStatus.Running;
    }

    private void AddResumable(VisitLane lane)
    {
        if (lane.Visits.Count == 0 || lane.Visits[^1] is not { Outcome: StateOutcome.Failed or StateOutcome.Cancelled } last)
            return;
        _resumable.Add(last);
        foreach (VisitLane inner in last.Lanes)
            AddResumable(inner);
    }

    /// <summary>The nearest visit around a place, itself among them, that is as wanted.</summary>
    private static StateVisit? Up(Place place, Predicate<StateVisit> isWanted)
    {
        StateVisit? visit = place.Visit ?? place.Lane.Owner;
        while (visit is not null && !isWanted(visit))
            visit = visit.Lane.Owner;
        return visit;
    }

    private static void Settle(StateVisit visit, StateOutcome outcome, long ticks)
    {
        visit.Outcome = outcome;
        visit.EndTicks = ticks;
        if (visit.OpenAttempt is { } open)
            (open.EndTicks, open.LastEvent) = (ticks, visit.Events.Count > 0 ? visit.Events[^1] : open.FirstEvent);
    }

    private static void EndAttempt(StateVisit visit, in EventOutline e, bool isFailed)
    {
        if (isFailed)
            (visit.Error, visit.Cause) = (e.Error, e.Cause);
        else
            (visit.Error, visit.Cause) = (null, null);
        if (visit.OpenAttempt is not { } attempt)
        {
            // Work that could not even be scheduled is a try too.
            if (!isFailed)
                return;
            attempt = new StateAttempt { FirstEvent = e.Id, StartTicks = e.Ticks };
            visit.Begin(attempt);
        }

        (attempt.LastEvent, attempt.EndTicks, attempt.IsFailed, attempt.Error, attempt.Cause) = (e.Id, e.Ticks, isFailed, isFailed ? e.Error : null, isFailed ? e.Cause : null);
    }

    // Ends what is open in a flow that will not go on: with an error where one stands, as cancelled elsewhere.
    private static void Close(VisitLane lane, StateVisit? failing, long ticks)
    {
        if (lane.Visits.Count == 0 || lane.Visits[^1] is not { IsOpen: true } visit)
            return;
        CloseLanes(visit, failing, ticks);
        bool isFailed = visit == failing || (visit.OpenAttempt is null && visit.Error is not null);
        Settle(visit, isFailed ? StateOutcome.Failed : StateOutcome.Cancelled, ticks);
    }

    private static void CloseLanes(StateVisit fan, StateVisit? failing, long ticks)
    {
        foreach (VisitLane lane in fan.Lanes)
        {
            Close(lane, failing, ticks);
            if (lane.Status == LaneStatus.Running && lane.Visits.Count > 0)
            {
                lane.Status = lane.Visits[^1].Outcome switch
                {
                    StateOutcome.Failed => LaneStatus.Failed,
                    StateOutcome.Cancelled => LaneStatus.Aborted,
                    _ => LaneStatus.Succeeded,
                };
            }
        }
    }
}
