using System.Collections.Generic;
using System.Linq;
using Compiled.Language.Binding;

namespace Compiled.Generator.Emit.FastPaths.Values;

/// <summary>
/// What is known of the variables of the machine's own flow where the fast path is written. A variable whose value is known needs no C# local: its value is
/// not built before somebody reads it whole. Where ways meet that have set it differently, it has one. In flows with loops all have.
/// </summary>
internal sealed class FastVariables(Flow flow, bool isOn)
{
    private readonly bool _isOn = isOn && flow.Variables.Count > 0 && !flow.HasLoop && !flow.States.Any(state => state.IsLoopHead);
    private readonly HashSet<string> _stored = [];
    private readonly Dictionary<State, Dictionary<string, FastValue>> _entries = new();
    private Dictionary<string, FastValue> _known = new(), _assigned = new();
    private bool _hasChanged;

    /// <summary>Whether values are known at all.</summary>
    public bool IsOn => _isOn;

    /// <summary>Whether the last pass found that a variable needs a local which had none when the pass was written.</summary>
    public bool HasChanged => _hasChanged;

    public void BeginPass()
    {
        _hasChanged = false;
        _entries.Clear();
        _known = _isOn ? flow.Variables.ToDictionary(name => name, _ => FastValue.Missing) : new();
        _assigned = _known;
    }

    /// <summary>The state whose code follows.</summary>
    public void Enter(State state)
    {
        if (_entries.TryGetValue(state, out Dictionary<string, FastValue>? known))
            _known = known;
        _assigned = _known;
    }

    /// <summary>A transition leads to a state; null where it leads elsewhere.</summary>
    public void Arrive(State? state)
    {
        if (state is not null && _isOn && flow.States.Contains(state))
            Join(state);
        _assigned = _known;
    }

    /// <summary>The known values of the variables, in the order of the text; null for those that have a local.</summary>
    public FastValue?[] Values() => [.. flow.Variables.Select(Find)];

    private void Join(State state)
    {
        if (_entries.TryGetValue(state, out Dictionary<string, FastValue>? known))
        {
            foreach (string name in known.Keys.Where(name => !_assigned.TryGetValue(name, out FastValue? value) || !value.IsSame(known[name])).ToArray())
            {
                known.Remove(name);
                Store(name);
            }
        }
        else
            _entries.Add(state, new Dictionary<string, FastValue>(_assigned));
    }

    /// <summary>The known value of a variable; null where its local has to be read.</summary>
    public FastValue? Find(string name) => _known.TryGetValue(name, out FastValue? value) ? value : null;

    /// <summary>Sets a variable for the transition that follows. Says whether its local has to be set too.</summary>
    public bool Set(string name, FastValue value)
    {
        if (!_isOn || !flow.Variables.Contains(name))
            return true;
        if (ReferenceEquals(_assigned, _known))
            _assigned = new Dictionary<string, FastValue>(_known);
        _assigned[name] = value;
        return _stored.Contains(name);
    }

    private void Store(string name) => _hasChanged |= _stored.Add(name);
}
