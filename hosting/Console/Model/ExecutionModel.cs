using Compiled.Durable;
using Compiled.Graph;
using Compiled.History;

namespace Compiled.WebConsole.Model;

/// <summary>
/// What an execution did, from its history alone: which states it visited in which flows, with what outcome, in which tries. Events are added as they come, each at a cost
/// that does not depend on how many there are.
/// </summary>
internal sealed partial class ExecutionModel
{
    private readonly List<EventRow> _events = [];
    private readonly List<StateVisit> _visits = [];

    // Where each event stands, by its number; the first place is that before all events.
    private readonly List<Place> _places = [];

    // EvaluationFailed does not follow the Entered event of its state but the event before that. FEATURES X-067.
    private readonly Dictionary<(int Previous, string Name), StateVisit> _enteredAfter = [];
    private readonly Dictionary<(string From, string To), int> _transitions = [];

    // What a redrive may take on, and has not yet.
    private readonly List<StateVisit> _resumable = [];

    public ExecutionModel() => _places.Add(new Place(null, Root));

    /// <summary>The execution's own flow.</summary>
    public VisitLane Root { get; } = new(null, 0);

    public IReadOnlyList<EventRow> Events => _events;

    public IReadOnlyList<StateVisit> Visits => _visits;

    /// <summary>How often each transition was taken.</summary>
    public IReadOnlyDictionary<(string From, string To), int> Transitions => _transitions;

    /// <summary>The visit at which the execution failed last; null while none did.</summary>
    public StateVisit? FailedAt { get; private set; }

    /// <summary>The error of the execution; null for none.</summary>
    public string? Error { get; private set; }

    public string? Cause { get; private set; }

    /// <summary>Whether the last event is one that ends an execution.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>The Entered events.</summary>
    public int TransitionCount => _visits.Count;

    /// <summary>Adds the next event.</summary>
    public void Append(in EventOutline e)
    {
        Place before = e.PreviousEventId >= 0 && e.PreviousEventId < _places.Count ? _places[e.PreviousEventId] : _places[0];
        Place place = Add(in e, before);
        _places.Add(place);
        int visit = place.Visit?.Number ?? -1;
        place.Visit?.AddEvent(e.Id);
        _events.Add(new EventRow(e.Id, e.PreviousEventId, e.Type, e.Ticks, visit));
    }

    /// <summary>Adds an event of which those before it are not known: it stands in the list of events and says nothing of states.</summary>
    public void AppendAlone(in EventOutline e) => _events.Add(new EventRow(e.Id, e.PreviousEventId, e.Type, e.Ticks, -1));

    private Place Add(in EventOutline e, Place before)
    {
        string type = e.Type.ToString();
        if (type.EndsWith("StateEntered", StringComparison.Ordinal))
            return Enter(in e, type[..^"StateEntered".Length], before);
        if (type.EndsWith("StateExited", StringComparison.Ordinal))
            return Exit(in e, before);
        return e.Type switch
        {
            HistoryEventType.ExecutionStarted => before,
            HistoryEventType.ExecutionRedriven => Redrive(),
            HistoryEventType.ExecutionSucceeded or HistoryEventType.ExecutionFailed or HistoryEventType.ExecutionAborted or HistoryEventType.ExecutionTimedOut => End(in e, before),
            HistoryEventType.EvaluationFailed => FailEvaluation(in e, before),
            >= HistoryEventType.MapIterationAborted and <= HistoryEventType.MapIterationSucceeded => Iterate(in e, before),
            HistoryEventType.ParallelStateStarted or HistoryEventType.MapStateStarted or HistoryEventType.ParallelStateSucceeded or HistoryEventType.MapStateSucceeded
                or HistoryEventType.ParallelStateFailed or HistoryEventType.MapStateFailed or HistoryEventType.ParallelStateAborted or HistoryEventType.MapStateAborted => Fan(in e, type, before),
            _ => Work(in e, type, before),
        };
    }

    private Place Enter(in EventOutline e, string stateType, Place before)
    {
        VisitLane lane = before.OpensBranches ? before.Visit!.AddLane()
            : before.IsRedrive ? TakeOn(in e)?.Lane ?? Root
            : before.Lane;
        StateVisit visit = new(_visits.Count, e.Name ?? "", stateType, lane) { EnteredEvent = e.Id, StartTicks = e.Ticks };
        _visits.Add(visit);
        _enteredAfter[(e.PreviousEventId, visit.Name)] = visit;
        if (lane.Visits.Count > 0 && !before.IsRedrive)
        {
            (string, string) way = (lane.Visits[^1].Name, visit.Name);
            _transitions[way] = _transitions.GetValueOrDefault(way) + 1;
        }

        lane.Add(visit);
        if (stateType == "Fail")
            Settle(visit, StateOutcome.Failed, e.Ticks);
        return new Place(visit, lane);
    }

    private Place Exit(in EventOutline e, Place before)
    {
        string? name = e.Name;
        StateVisit? visit = before.IsRedrive ? TakeOn(in e) : Up(before, found => found.Name == name && found.ExitedEvent == 0);
        if (visit is null)
            return before;
        visit.ExitedEvent = e.Id;
        bool isCaught = visit.OpenAttempt is null && visit.Error is not null;
        Settle(visit, isCaught ? StateOutcome.Caught : StateOutcome.Succeeded, e.Ticks);
        return new Place(visit, visit.Lane);
    }

    private Place FailEvaluation(in EventOutline e, Place before)
    {
        StateVisit? visit = _enteredAfter.GetValueOrDefault((e.PreviousEventId, e.Name ?? ""));
        string? name = e.Name;
        visit ??= before.IsRedrive ? TakeOn(in e) : Up(before, found => found.Name == name);
        if (visit is null)
            return before;
        EndAttempt(visit, in e, isFailed: true);
        (visit.Error, visit.Cause) = (e.Error, e.Cause);
        return new Place(visit, visit.Lane);
    }

    private Place Iterate(in EventOutline e, Place before)
    {
        string? name = e.Name;
        StateVisit? map = before.IsRedrive ? _resumable.Find(visit => visit.Type == "Map" && visit.Name == name) : Up(before, found => found.Type == "Map" && found.Name == name);
        if (map is null)
            return before;
        VisitLane lane = map.LaneOf(e.Number);
        lane.Status = e.Type switch
        {
            HistoryEventType.MapIterationStarted => LaneStatus.Running,
            HistoryEventType.MapIterationSucceeded => LaneStatus.Succeeded,
            HistoryEventType.MapIterationFailed => LaneStatus.Failed,
            _ => LaneStatus.Aborted,
        };
        if (lane.Status is LaneStatus.Failed or LaneStatus.Aborted)
            Close(lane, before.Visit, e.Ticks);
        return new Place(map, lane);
    }

    private Place Fan(in EventOutline e, string type, Place before)
    {
        string kind = type.StartsWith("Map", StringComparison.Ordinal) ? "Map" : "Parallel";
        StateVisit? fan = before.IsRedrive ? TakeOn(in e) : Up(before, found => found.Type == kind && found.IsOpen);
        if (fan is null)
            return before;
        if (e.Type is HistoryEventType.ParallelStateStarted or HistoryEventType.MapStateStarted)
        {
            if (fan.Attempts.Count > 0)
                fan.ForgetLanes();
            fan.ItemCount = e.Number;
            fan.Begin(new StateAttempt { FirstEvent = e.Id, StartTicks = e.Ticks });
            return new Place(fan, fan.Lane) { OpensBranches = kind == "Parallel" };
        }

        if (e.Type is HistoryEventType.ParallelStateSucceeded or HistoryEventType.MapStateSucceeded)
        {
            foreach (VisitLane lane in fan.Lanes)
                lane.Status = LaneStatus.Succeeded;
            EndAttempt(fan, in e, isFailed: false);
            return new Place(fan, fan.Lane);
        }

        CloseLanes(fan, before.Visit, e.Ticks);
        if (e.Type is HistoryEventType.ParallelStateAborted or HistoryEventType.MapStateAborted)
        {
            Settle(fan, StateOutcome.Cancelled, e.Ticks);
            return new Place(fan, fan.Lane);
        }

        // The event has no error of its own; what failed inside has.
        StateVisit? inner = before.Visit;
        EndAttempt(fan, e with { Error = e.Error ?? inner?.Error, Cause = e.Cause ?? inner?.Cause }, isFailed: true);
        return new Place(fan, fan.Lane);
    }

    private Place Work(in EventOutline e, string type, Place before)
    {
        StateVisit? visit = before.IsRedrive ? TakeOn(in e) : before.Visit;
        if (visit is null)
            return before;
        Place place = new(visit, visit.Lane);
        if (type.EndsWith("StateAborted", StringComparison.Ordinal))
        {
            // The task that fails a Parallel or Map shows as aborted too, and those beside it point to the same event.
            if (visit.IsOpen)
                Settle(visit, visit.OpenAttempt is null && visit.Error is not null ? StateOutcome.Failed : StateOutcome.Cancelled, e.Ticks);
            return place;
        }

        visit.Resource = e.Resource ?? visit.Resource;
        if (e.MapRunArn is { } run && !visit.MapRunArns.Contains(run))
            visit.MapRunArns.Add(run);
        if (type.EndsWith("Scheduled", StringComparison.Ordinal) || e.Type is HistoryEventType.MapRunStarted or HistoryEventType.MapRunRedriven)
            visit.Begin(new StateAttempt { FirstEvent = e.Id, StartTicks = e.Ticks });
        else if (type.EndsWith("Failed", StringComparison.Ordinal) || type.EndsWith("TimedOut", StringComparison.Ordinal) || e.Type == HistoryEventType.MapRunAborted)
            EndAttempt(visit, in e, isFailed: true);
        else if (type.EndsWith("Succeeded", StringComparison.Ordinal))
            EndAttempt(visit, in e, isFailed: false);
        return place;
    }

    private readonly record struct Place(StateVisit? Visit, VisitLane Lane)
    {
        /// <summary>What is entered next begins a branch of its own.</summary>
        public bool OpensBranches { get; init; }

        /// <summary>What comes next goes on with what was open when the execution ended.</summary>
        public bool IsRedrive { get; init; }
    }
}
