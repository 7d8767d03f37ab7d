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
            HashSet<State> ending = Ending(flow);
            foreach (IReadOnlyList<State> loop in Loops.Find(flow, state => state.IsReachable && !ending.Contains(state)))
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

    /// <summary>The states from which some way leads to an end.</summary>
    private static HashSet<State> Ending(Flow flow)
    {
        ILookup<State, State> before = flow.States
            .SelectMany(state => state.Successors, (state, successor) => (state, successor))
            .ToLookup(pair => pair.successor, pair => pair.state);
        HashSet<State> ending = [.. flow.States.Where(state => state.IsTerminal)];
        var open = new Stack<State>(ending);
        while (open.Count > 0)
        {
            foreach (State state in before[open.Pop()])
            {
                if (ending.Add(state))
                    open.Push(state);
            }
        }
        return ending;
    }
}
