using Compiled.Language.Binding;

namespace Compiled.Rules;

/// <summary>
/// The least time in seconds that an execution has waited when it enters each state: over all ways there, the known Waits on the shortest.
/// What is not known, tasks and timestamps, counts as nothing.
/// </summary>
internal sealed class WaitTimes
{
    private const double Unknown = double.PositiveInfinity;

    private readonly double[] _atEntry;
    private readonly double[] _ofFlow;

    /// <summary>Computes the times of a whole machine.</summary>
    public WaitTimes(Machine machine)
    {
        _atEntry = [.. machine.States.Select(_ => Unknown)];
        _ofFlow = new double[machine.Flows.Count];
        // The time that a flow takes is needed by the flow around it, so inner ones come first: they stand later in the text.
        for (int i = machine.Flows.Count - 1; i >= 0; i--)
            _ofFlow[i] = Measure(machine.Flows[i]);
        foreach (Flow flow in machine.Flows.Where(flow => flow.Owner is not null))
        {
            double before = _atEntry[flow.Owner!.Index];
            foreach (State state in flow.States)
                _atEntry[state.Index] += before;
        }
    }

    /// <summary>The time at entry, counted from the start of the execution; infinite where the state is never reached.</summary>
    public double AtEntry(State state) => _atEntry[state.Index];

    /// <summary>The time that a Wait itself takes, where it is written down.</summary>
    public static double Of(WaitState wait) => wait.Seconds ?? 0;

    // Dijkstra's algorithm; the result is the time of the fastest way to an end.
    private double Measure(Flow flow)
    {
        double best = Unknown;
        var open = new SortedSet<(double Time, int Index)>();
        Dictionary<int, State> states = flow.States.ToDictionary(state => state.Index);
        Enter(flow.Start, 0);
        while (open.Count > 0)
        {
            (double time, int index) = open.Min;
            open.Remove((time, index));
            State state = states[index];
            double leave = time + Duration(state);
            if (state.IsTerminal)
                best = Math.Min(best, leave);
            foreach (State successor in state.Successors)
            {
                // A caught error may come at once.
                bool isNormal = state is not WorkState || successor == state.Next;
                Enter(successor, isNormal ? leave : time);
            }
        }
        return double.IsInfinity(best) ? 0 : best;

        void Enter(State state, double time)
        {
            double known = _atEntry[state.Index];
            if (time >= known)
                return;
            open.Remove((known, state.Index));
            _atEntry[state.Index] = time;
            open.Add((time, state.Index));
        }
    }

    // A Map may have no items at all.
    private double Duration(State state) => state switch
    {
        WaitState wait => Of(wait),
        ParallelState parallel => parallel.Branches.Max(branch => _ofFlow[branch.Index]),
        _ => 0,
    };
}
