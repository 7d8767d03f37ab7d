namespace Compiled.Language.Binding;

/// <summary>What follows from the transitions of one flow: what can be reached, and what is a loop.</summary>
internal static class FlowGraph
{
    /// <summary>Sets <see cref="State.IsReachable"/>, <see cref="State.IsLoopHead"/> and <see cref="Flow.HasLoop"/>.</summary>
    public static void Complete(Flow flow)
    {
        foreach (State state in flow.States)
        {
            foreach (State successor in state.Successors)
                successor.IsLoopHead |= successor.Index <= state.Index;
        }
        flow.HasLoop = Walk(flow.Start);
    }

    // Depth first without recursion, since a flow may be a chain of thousands of states. A loop is a transition to a state
    // that is still on the way.
    private static bool Walk(State start)
    {
        bool hasLoop = false;
        var onTheWay = new HashSet<State> { start };
        var way = new Stack<(State State, int Next)>();
        start.IsReachable = true;
        way.Push((start, 0));
        while (way.Count > 0)
        {
            (State state, int next) = way.Pop();
            if (next == state.Successors.Count)
            {
                onTheWay.Remove(state);
                continue;
            }
            way.Push((state, next + 1));
            State successor = state.Successors[next];
            hasLoop |= onTheWay.Contains(successor);
            if (successor.IsReachable)
                continue;
            successor.IsReachable = true;
            onTheWay.Add(successor);
            way.Push((successor, 0));
        }
        return hasLoop;
    }
}
