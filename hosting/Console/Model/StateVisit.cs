using Compiled.Graph;

namespace Compiled.WebConsole.Model;

/// <summary>One visit of a state, from its Entered event to its Exited event.</summary>
/// <param name="number">Its place among the visits of the execution.</param>
/// <param name="name">The state's name.</param>
/// <param name="type">The state's type, as its Entered event tells it.</param>
/// <param name="lane">The flow that it is part of.</param>
internal sealed class StateVisit(int number, string name, string type, VisitLane lane)
{
    private readonly List<int> _events = [];
    private readonly List<StateAttempt> _attempts = [];
    private readonly List<VisitLane> _lanes = [];
    private readonly Dictionary<int, VisitLane> _lanesByIndex = [];

    public int Number => number;

    public string Name => name;

    public string Type => type;

    public VisitLane Lane => lane;

    public StateOutcome Outcome { get; set; } = StateOutcome.Running;

    /// <summary>The Entered event.</summary>
    public int EnteredEvent { get; init; }

    /// <summary>The Exited event; 0 for none.</summary>
    public int ExitedEvent { get; set; }

    public long StartTicks { get; init; }

    /// <summary>When it was over, UTC ticks; 0 while it goes on.</summary>
    public long EndTicks { get; set; }

    /// <summary>What the Task calls; null where no event tells.</summary>
    public string? Resource { get; set; }

    /// <summary>The error that stands last; null for none.</summary>
    public string? Error { get; set; }

    public string? Cause { get; set; }

    /// <summary>How many items a Map has; 0 elsewhere and before it started.</summary>
    public int ItemCount { get; set; }

    /// <summary>The runs of a distributed Map, the latest last.</summary>
    public List<string> MapRunArns { get; } = [];

    /// <summary>How often it was entered again or taken on by a redrive.</summary>
    public int Redrives { get; set; }

    public IReadOnlyList<int> Events => _events;

    public IReadOnlyList<StateAttempt> Attempts => _attempts;

    /// <summary>The branches or iterations, in the order in which they began.</summary>
    public IReadOnlyList<VisitLane> Lanes => _lanes;

    public bool IsOpen => Outcome == StateOutcome.Running;

    public bool IsContainer => type is "Parallel" or "Map";

    public void AddEvent(int id) => _events.Add(id);

    public void Begin(StateAttempt attempt) => _attempts.Add(attempt);

    /// <summary>The try that goes on; null when none does.</summary>
    public StateAttempt? OpenAttempt => _attempts.Count > 0 && _attempts[^1].LastEvent == 0 ? _attempts[^1] : null;

    /// <summary>A new branch.</summary>
    public VisitLane AddLane() => Add(new VisitLane(this, _lanes.Count));

    /// <summary>An iteration; the one that is there when it was begun before.</summary>
    public VisitLane LaneOf(int index) => _lanesByIndex.TryGetValue(index, out VisitLane? lane) ? lane : Add(new VisitLane(this, index));

    /// <summary>Forgets branches and iterations of an attempt that failed, for the next one.</summary>
    public void ForgetLanes()
    {
        _lanes.Clear();
        _lanesByIndex.Clear();
    }

    private VisitLane Add(VisitLane lane)
    {
        _lanes.Add(lane);
        _lanesByIndex[lane.Index] = lane;
        return lane;
    }
}
