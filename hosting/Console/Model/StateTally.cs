using Compiled.Graph;

namespace Compiled.WebConsole.Model;

/// <summary>How the visits of one state stand, for its node in the graph.</summary>
internal sealed class StateTally
{
    private readonly int[] _counts = new int[5];

    /// <summary>What colours the node.</summary>
    public StateOutcome Outcome { get; private set; }

    /// <summary>The visit that the node opens: one that failed before one that runs before the latest.</summary>
    public StateVisit Shown { get; private set; } = null!;

    public int Total { get; private set; }

    public int this[StateOutcome outcome] => _counts[(int)outcome];

    /// <summary>
    /// Adds a later visit. In one flow the latest visit tells how a state stands; among the iterations of a Map the one that needs a look
    /// most does.
    /// </summary>
    public void Add(StateVisit visit, bool isAmongIterations)
    {
        _counts[(int)visit.Outcome]++;
        Total++;
        if (Total > 1 && isAmongIterations && Weight(visit.Outcome) < Weight(Outcome))
            return;
        (Outcome, Shown) = (visit.Outcome, visit);
    }

    private static int Weight(StateOutcome outcome) => outcome switch
    {
        StateOutcome.Failed => 4,
        StateOutcome.Running => 3,
        StateOutcome.Caught => 2,
        StateOutcome.Cancelled => 1,
        _ => 0,
    };
}
