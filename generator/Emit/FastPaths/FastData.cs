using System.Collections.Generic;
using System.Linq;
using Compiled.Language.Binding;

namespace Compiled.Generator.Emit.FastPaths;

/// <summary>What is known of the data where a state is entered, joined over all transitions that lead there.</summary>
internal sealed class FastData(FastNames names, HashSet<string> changing)
{
    private readonly Dictionary<State, FastValue> _entries = new();

    /// <summary>Whether the last pass found out that less is known of some state's data.</summary>
    public bool HasChanged { get; private set; }

    public void NextPass() => HasChanged = false;

    public bool IsEntered(State state) => _entries.ContainsKey(state);

    public FastValue Of(State state) => _entries[state];

    /// <summary>A transition brings this data; gives what is known of it there.</summary>
    public FastValue Arrive(State state, FastValue value)
    {
        FastValue before = _entries.TryGetValue(state, out FastValue? known) ? known : value;
        FastValue joined = Join(state, "", before, value);
        if (known is null || !joined.IsSame(known))
        {
            _entries[state] = joined;
            HasChanged = true;
        }
        return joined;
    }

    private FastValue Join(State state, string place, FastValue left, FastValue right) => (left, right) switch
    {
        (FastConstant, FastConstant) when left.IsSame(right) => left,
        // In a loop every local may have been written to since, but for the input.
        (FastLocal local, FastLocal) when left.IsSame(right) && (!state.IsLoopHead || IsInput(local)) => left,
        (FastObject a, FastObject b) when HaveSameNames(a.Members, b.Members) => new FastObject(Join(state, place, a.Members, b.Members)),
        (FastChange a, FastChange b) when HaveSameNames(a.Members, b.Members) && Join(state, place + "/", a.Origin, b.Origin) is FastLocal origin
            => new FastChange(origin, Join(state, place, a.Members, b.Members)),
        _ => Meeting(state, place),
    };

    private List<FastMember> Join(State state, string place, IReadOnlyList<FastMember> left, IReadOnlyList<FastMember> right) =>
        [.. left.Zip(right, (a, b) => new FastMember(a.Name, Join(state, $"{place}.{a.Name}", a.Value, b.Value)))];

    // What comes from several sides is copied into a local of the state's own.
    private FastLocal Meeting(State state, string place)
    {
        string name = names.Of($"{state.Index}{place}", place.Length == 0 ? $"data{state.Index}" : $"data{state.Index}_{place.Split('.', '/').Last()}");
        changing.Add(name);
        return new FastLocal(name, isPresent: true);
    }

    private static bool IsInput(FastLocal local) => local.Name == "input" || local.Name.StartsWith("input_", System.StringComparison.Ordinal);

    private static bool HaveSameNames(IReadOnlyList<FastMember> left, IReadOnlyList<FastMember> right) =>
        left.Select(member => member.Name).SequenceEqual(right.Select(member => member.Name));
}
