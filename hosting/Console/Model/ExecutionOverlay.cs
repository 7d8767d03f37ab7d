namespace Compiled.WebConsole.Model;

/// <summary>What the graph of an execution shows: each state's tally, over all iterations or over those that were chosen.</summary>
internal sealed class ExecutionOverlay
{
    private readonly Dictionary<string, StateTally> _tallies = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StateVisit> _maps = new(StringComparer.Ordinal);

    private ExecutionOverlay()
    {
    }

    public IReadOnlyDictionary<string, StateTally> Tallies => _tallies;

    /// <summary>The latest visit of each Map that has iterations, by the state's name.</summary>
    public IReadOnlyDictionary<string, StateVisit> Maps => _maps;

    /// <param name="model">The execution.</param>
    /// <param name="chosen">The iteration of each Map that is looked at, by the Map's name; Maps that aren't named show all.</param>
    public static ExecutionOverlay Of(ExecutionModel model, IReadOnlyDictionary<string, int> chosen)
    {
        ExecutionOverlay overlay = new();
        overlay.Add(model.Root, chosen, isAmongIterations: false);
        return overlay;
    }

    private void Add(VisitLane lane, IReadOnlyDictionary<string, int> chosen, bool isAmongIterations)
    {
        foreach (StateVisit visit in lane.Visits)
        {
            if (!_tallies.TryGetValue(visit.Name, out StateTally? tally))
                _tallies.Add(visit.Name, tally = new StateTally());
            tally.Add(visit, isAmongIterations);
            bool isMap = visit.Type == "Map", isChosen = chosen.TryGetValue(visit.Name, out int iteration);
            if (isMap && visit.Lanes.Count > 0)
                _maps[visit.Name] = visit;
            foreach (VisitLane inner in visit.Lanes)
            {
                if (!isMap || !isChosen || inner.Index == iteration)
                    Add(inner, chosen, isAmongIterations || (isMap && !isChosen));
            }
        }
    }
}
