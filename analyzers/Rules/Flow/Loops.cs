using Compiled.Language.Binding;

namespace Compiled.Rules;

/// <summary>Finds loops in a part of a flow: its strongly connected components, by Tarjan's algorithm without recursion.</summary>
internal sealed class Loops
{
    private readonly Func<State, bool> _isIn;
    private readonly Dictionary<State, (int Order, int Low)> _numbers = [];
    private readonly Stack<State> _open = [];
    private readonly HashSet<State> _isOpen = [];
    private readonly List<IReadOnlyList<State>> _found = [];

    private Loops(Func<State, bool> isIn) => _isIn = isIn;

    /// <summary>The sets of states, each reachable from each other within the part, in the order of the text; single states only where they follow themselves.</summary>
    public static IReadOnlyList<IReadOnlyList<State>> Find(Flow flow, Func<State, bool> isIn)
    {
        var loops = new Loops(isIn);
        foreach (State state in flow.States)
        {
            if (isIn(state) && !loops._numbers.ContainsKey(state))
                loops.Walk(state);
        }
        loops._found.Sort((left, right) => left[0].Index.CompareTo(right[0].Index));
        return loops._found;
    }

    private void Walk(State root)
    {
        var way = new Stack<(State State, int Next)>();
        Enter(root);
        way.Push((root, 0));
        while (way.Count > 0)
        {
            (State state, int next) = way.Pop();
            if (next < state.Successors.Count)
            {
                way.Push((state, next + 1));
                State successor = state.Successors[next];
                if (!_isIn(successor))
                    continue;
                if (!_numbers.ContainsKey(successor))
                {
                    Enter(successor);
                    way.Push((successor, 0));
                }
                else if (_isOpen.Contains(successor))
                {
                    Lower(state, _numbers[successor].Order);
                }
                continue;
            }
            Leave(state);
            if (way.Count > 0)
                Lower(way.Peek().State, _numbers[state].Low);
        }
    }

    private void Enter(State state)
    {
        _numbers.Add(state, (_numbers.Count, _numbers.Count));
        _open.Push(state);
        _isOpen.Add(state);
    }

    private void Lower(State state, int low)
    {
        (int order, int now) = _numbers[state];
        _numbers[state] = (order, Math.Min(now, low));
    }

    private void Leave(State state)
    {
        if (_numbers[state].Order != _numbers[state].Low)
            return;
        var component = new List<State>();
        State last;
        do
        {
            last = _open.Pop();
            _isOpen.Remove(last);
            component.Add(last);
        }
        while (last != state);
        if (component.Count == 1 && !state.Successors.Contains(state))
            return;
        component.Sort((left, right) => left.Index.CompareTo(right.Index));
        _found.Add(component);
    }
}
