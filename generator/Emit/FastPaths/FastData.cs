using System.Collections.Generic;
using System.Linq;
using Compiled.Generator.Emit.FastPaths.Typed;
using Compiled.Generator.Pipeline;
using Compiled.Language.Binding;

namespace Compiled.Generator.Emit.FastPaths;

/// <summary>
/// What is known of the data where a state is entered, joined over all transitions that lead there. States are written in the definition's order, so that
/// only at the head of a loop something arrives after the state was written.
/// </summary>
internal sealed class FastData(FastNames names, HashSet<string> changing, TypedRoots roots)
{
    // Further members of an object that a loop makes are not worth a local each.
    private const int MostApart = 16;

    private Dictionary<State, FastValue> _entries = new(), _found = new();

    /// <summary>Whether the last pass found something else than the one before it.</summary>
    public bool HasChanged { get; private set; }

    /// <summary>Starts a pass. What comes to the head of a loop comes to it from later states too, so only there all that was found before still counts.</summary>
    public void BeginPass() => _found = _entries.Where(entry => entry.Key.IsLoopHead).ToDictionary(entry => entry.Key, entry => entry.Value);

    public void EndPass()
    {
        HasChanged = _found.Count != _entries.Count || _found.Any(entry => !_entries.TryGetValue(entry.Key, out FastValue? before) || !before.IsSame(entry.Value));
        _entries = _found;
    }

    /// <summary>Forgets everything: the locals have other names from here on.</summary>
    public void Clear()
    {
        _entries = new();
        changing.Clear();
    }

    public bool IsEntered(State state) => _found.ContainsKey(state);

    /// <summary>What is known of the data where a state is entered, as the pass before found it.</summary>
    public FastValue Of(State state) => _entries.TryGetValue(state, out FastValue? value) ? value : _found[state];

    /// <summary>A transition brings this data; gives what is known of it there.</summary>
    public FastValue Arrive(State state, FastValue value)
    {
        _found[state] = Join(state, "", _found.TryGetValue(state, out FastValue? known) ? known : value, value);
        return Of(state);
    }

    private FastValue Join(State state, string place, FastValue left, FastValue right) => (left, right) switch
    {
        (FastConstant, FastConstant) when left.IsSame(right) => left,
        // In a loop every local may have been written to since, but for the input.
        (FastLocal local, FastLocal) when left.IsSame(right) && (!state.IsLoopHead || IsInput(local)) => left,
        (FastObject a, FastObject b) when HaveSameNames(a.Members, b.Members) => new FastObject(Join(state, place, a.Members, b.Members)),
        (FastTyped typed, FastTyped) when left.IsSame(right) && (!state.IsLoopHead || typed.Node.Root == FastNames.Input) => left,
        (FastTyped { MissingIf: null } a, FastTyped { MissingIf: null } b) when a.Type.Name == b.Type.Name => Meeting(state, place, a.Type, a.Node.IsOwned && b.Node.IsOwned),
        (FastProjected, FastProjected) when left.IsSame(right) && !state.IsLoopHead => left,
        (FastChange a, FastChange b) when HaveSameNames(a.Members, b.Members) && Join(state, place + "/", a.Origin, b.Origin) is (FastLocal or FastTyped) and var origin
            => new FastChange(origin, Join(state, place, a.Members, b.Members)),
        (FastEither either, _) when place.Length == 0 => either,
        (FastLocal, FastObject { Members.Count: > 0 and <= MostApart } made) when IsApart(state, place) => Either(state, made),
        (FastObject { Members.Count: > 0 and <= MostApart } made, FastLocal) when IsApart(state, place) => Either(state, made),
        _ => Meeting(state, place),
    };

    private static bool IsApart(State state, string place) => state.IsLoopHead && place.Length == 0;

    private FastEither Either(State state, FastObject made) =>
        new(Meeting(state, ""), [.. made.Members.Select(member => new FastMember(member.Name, new FastLocal(Meeting(state, $".{member.Name.Length}:{member.Name}").Name, isPresent: false)))]);

    private List<FastMember> Join(State state, string place, IReadOnlyList<FastMember> left, IReadOnlyList<FastMember> right) =>
        [.. left.Zip(right, (a, b) => new FastMember(a.Name, Join(state, $"{place}.{a.Name.Length}:{a.Name}", a.Value, b.Value)))];

    // What comes from several sides is copied into a local of the state's own.
    private FastLocal Meeting(State state, string place)
    {
        string name = names.Of($"{state.Index}{place}", place.Length == 0 ? $"data{state.Index}" : $"data{state.Index}_{place.Split('.', '/', ':').Last()}");
        changing.Add(name);
        return new FastLocal(name, isPresent: true);
    }

    private FastTyped Meeting(State state, string place, PlainType type, bool isOwned)
    {
        string name = names.Of($"{state.Index}{place} {type.Name}{(isOwned ? " owned" : "")}", place.Length == 0 ? $"object{state.Index}" : $"object{state.Index}_{place.Split('.', '/', ':').Last()}");
        return roots.Of(name, type, isChanging: true, isOwned);
    }

    private static bool IsInput(FastLocal local) => local.Name == "input" || local.Name.StartsWith("input_", System.StringComparison.Ordinal);

    private static bool HaveSameNames(IReadOnlyList<FastMember> left, IReadOnlyList<FastMember> right) =>
        left.Select(member => member.Name).SequenceEqual(right.Select(member => member.Name));
}
