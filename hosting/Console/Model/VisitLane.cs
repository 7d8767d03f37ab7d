namespace Compiled.WebConsole.Model;

/// <summary>A flow in execution: the execution's own, a branch of a Parallel, or an iteration of a Map.</summary>
/// <param name="Owner">The visit of the Parallel or Map; null for the execution's own flow.</param>
/// <param name="Index">The number of the branch, in the order in which they began, or of the iteration; 0 for the execution's own.</param>
internal sealed record VisitLane(StateVisit? Owner, int Index)
{
    private readonly List<StateVisit> _visits = [];

    /// <summary>The states visited, in time.</summary>
    public IReadOnlyList<StateVisit> Visits => _visits;

    /// <summary>How it stands.</summary>
    public LaneStatus Status { get; set; } = LaneStatus.Running;

    public void Add(StateVisit visit) => _visits.Add(visit);

    public bool Equals(VisitLane? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}
