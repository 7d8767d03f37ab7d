using Compiled.Language.Binding;
using Compiled.Language.Faults;

namespace Compiled.Rules;

/// <summary>A loop from which no transition leads to an end. RULES.md, trap.</summary>
public sealed class CannotTerminate : Rule
{
    /// <inheritdoc/>
    public override void Check(Machine machine, Action<Fault> report)
    {
        foreach (Flow flow in machine.Flows)
        {
            if (!flow.HasLoop)
                continue;
            bool[] ends = Ending(flow, machine.States.Count);
            foreach (IReadOnlyList<State> loop in Loops.Find(flow, state => state.IsReachable && !ends[state.Index]))
            {
                // A loop that leads into another one is not where an execution is caught.
                var inside = new HashSet<State>(loop);
                if (loop.All(state => state.Successors.All(inside.Contains)))
                    report(FlowFaults.CannotTerminate.At(loop[0], Message([.. loop.Select(state => state.Name)])));
            }
        }
    }

    private static string Message(IReadOnlyList<string> names) => names.Count == 1
        ? $"State '{names[0]}' leads only to itself, so an execution that comes here never ends"
        : $"{Places.List(names)} lead only to each other, so an execution that comes here never ends";

    /// <summary>For each state of the machine, whether it is one of the flow from which some way leads to an end.</summary>
    private static bool[] Ending(Flow flow, int states)
    {
        bool[] ends = new bool[states];
        var before = new List<State>?[states];
        var open = new Stack<State>();
        foreach (State state in flow.States)
        {
            foreach (State successor in state.Successors)
                (before[successor.Index] ??= []).Add(state);
            if (state.IsTerminal)
                Mark(state);
        }
        while (open.Count > 0)
        {
            foreach (State state in before[open.Pop().Index] ?? [])
                Mark(state);
        }
        return ends;

        void Mark(State state)
        {
            if (ends[state.Index])
                return;
            ends[state.Index] = true;
            open.Push(state);
        }
    }
}
