using Compiled.Language.Binding;

namespace Compiled.Rules;

/// <summary>
/// Which variables have been assigned when an execution enters each state: on every way there, and on some way. Inner flows see what the state
/// around them sees on entry; what they assign ends with them. FEATURES L-073, L-074, L-077, L-078.
/// </summary>
internal sealed class AssignedVariables
{
    // A machine with more of both than any real one has is not looked at, so that no text makes this slow.
    private const long MostCells = 40_000_000;

    private readonly Dictionary<string, int> _names = new(StringComparer.Ordinal);
    private readonly NameSet?[] _always;
    private readonly NameSet?[] _sometimes;

    private AssignedVariables(Machine machine)
    {
        foreach (string name in machine.Flows.SelectMany(flow => flow.Variables))
        {
            if (!_names.ContainsKey(name))
                _names.Add(name, _names.Count);
        }
        _always = new NameSet?[machine.States.Count];
        _sometimes = new NameSet?[machine.States.Count];
        IsKnown = (long)_names.Count * machine.States.Count <= MostCells;
        if (!IsKnown || _names.Count == 0)
            return;
        // Outer flows stand before those inside them.
        foreach (Flow flow in machine.Flows)
            Follow(flow);
    }

    /// <summary>Whether the machine was looked at.</summary>
    public bool IsKnown { get; }

    /// <summary>Looks at a machine.</summary>
    public static AssignedVariables Of(Machine machine) => new(machine);

    /// <summary>Whether some state assigns the name, in whatever flow.</summary>
    public bool IsAssigned(string name) => _names.ContainsKey(name);

    /// <summary>All names that some state assigns.</summary>
    public IEnumerable<string> Names => _names.Keys;

    /// <summary>Whether every way to the state assigns the variable; true for a state to which no execution comes.</summary>
    public bool Always(State state, string name) => _names.TryGetValue(name, out int number) && (_always[state.Index]?[number] ?? true);

    /// <summary>Whether some way to the state assigns the variable.</summary>
    public bool Sometimes(State state, string name) => _names.TryGetValue(name, out int number) && (_sometimes[state.Index]?[number] ?? false);

    private void Follow(Flow flow)
    {
        if (flow.Owner is { } around && _always[around.Index] is null)
            return;
        State? owner = flow.OuterScope is null ? null : flow.Owner;
        var waiting = new Queue<State>();
        var isWaiting = new HashSet<State>();
        var none = new NameSet(_names.Count, isFull: false);
        Arrive(flow.Start, owner is null ? none : _always[owner.Index]!, owner is null ? none : _sometimes[owner.Index]!);
        while (waiting.Count > 0)
        {
            State state = waiting.Dequeue();
            isWaiting.Remove(state);
            foreach ((State next, Assignment? assignment) in Edges(state))
                Arrive(next, With(_always[state.Index]!, assignment), With(_sometimes[state.Index]!, assignment));
        }

        void Arrive(State state, NameSet always, NameSet sometimes)
        {
            bool isChanged = _always[state.Index] is null;
            NameSet kept = _always[state.Index] ??= new NameSet(_names.Count, isFull: true);
            NameSet joined = _sometimes[state.Index] ??= new NameSet(_names.Count, isFull: false);
            isChanged |= kept.Keep(always);
            isChanged |= joined.Join(sometimes);
            if (isChanged && isWaiting.Add(state))
                waiting.Enqueue(state);
        }
    }

    private NameSet With(NameSet names, Assignment? assignment)
    {
        if (assignment is null)
            return names;
        NameSet with = names.Copy();
        foreach (string name in assignment.Variables.Select(variable => variable.Name))
            with.Add(_names[name]);
        return with;
    }

    private static IEnumerable<(State Next, Assignment? Assignment)> Edges(State state)
    {
        if (state is ChoiceState choice)
        {
            foreach (ChoiceRule rule in choice.Rules)
                yield return (rule.Next, rule.Assign);
            if (choice.Default is not null)
                yield return (choice.Default, choice.Assign);
            yield break;
        }
        if (state.Next is not null)
            yield return (state.Next, state.Assign);
        foreach (Catcher catcher in state is WorkState work ? work.Catch : [])
            yield return (catcher.Next, catcher.Assign);
    }
}
