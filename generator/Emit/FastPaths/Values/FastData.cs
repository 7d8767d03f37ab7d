using System.Collections.Generic;
using System.Linq;
using Compiled.Generator.Emit.FastPaths.Typed;
using Compiled.Generator.Emit.FastPaths.Writing;
using Compiled.Generator.Pipeline;
using Compiled.Language.Binding;

namespace Compiled.Generator.Emit.FastPaths.Values;

/// <summary>
/// What is known of the data where a state is entered, joined over all transitions that lead there. States are written in the definition's order, so that
/// only at the head of a loop something arrives after the state was written.
/// </summary>
internal sealed class FastData(FastNames names, HashSet<string> changing, TypedRoots roots)
{
    // Further members of an object that a loop makes are not worth a local each.
    private const int MostApart = 16;

    // Stands for what comes from outside a loop.
    private static readonly FastLocal s_any = new("", isPresent: false);

    // Of counters the locals that turned out to hold none.
    private readonly HashSet<string> _refused = [];
    private bool _hasRefused;

    // Of each state the data where it is entered, of each flow inside another state that where it ends.
    private Dictionary<object, FastValue> _entries = new(), _found = new();

    /// <summary>Whether the last pass found something else than the one before it.</summary>
    public bool HasChanged { get; private set; }

    /// <summary>Starts a pass. What comes to the head of a loop comes to it from later states too, so only there all that was found before still counts.</summary>
    public void BeginPass()
    {
        _hasRefused = false;
        _found = _entries.Where(entry => entry.Key is State { IsLoopHead: true }).ToDictionary(entry => entry.Key, entry => entry.Value);
    }

    public void EndPass()
    {
        HasChanged = _hasRefused || _found.Count != _entries.Count || _found.Any(entry => !_entries.TryGetValue(entry.Key, out FastValue? before) || !before.IsSame(entry.Value));
        _entries = _found;
    }

    /// <summary>Forgets everything: the locals have other names from here on.</summary>
    public void Clear()
    {
        _entries = new();
        changing.Clear();
    }

    public bool IsEntered(State state) => _found.ContainsKey(state);

    /// <summary>Whether any way leads to the end of a flow.</summary>
    public bool IsEnded(Flow flow) => _found.ContainsKey(flow);

    /// <summary>What is known of the data where a state is entered, as the pass before found it.</summary>
    public FastValue Of(State state) => Find(state);

    /// <summary>What is known of the data where a flow inside another state ends.</summary>
    public FastValue EndOf(Flow flow) => Find(flow);

    /// <summary>A transition brings this data; gives what is known of it there.</summary>
    public FastValue Arrive(State state, FastValue value) => Arrive(new Junction(state, CSharp.Number(state.Index), state.IsLoopHead), value);

    /// <summary>A way ends its flow with this data; gives what is known of it there.</summary>
    public FastValue ArriveAtEnd(Flow flow, FastValue value) => Arrive(new Junction(flow, "End" + CSharp.Number(flow.Index), isLoopHead: false), value);

    private FastValue Arrive(Junction at, FastValue value)
    {
        _found[at.Of] = Join(at, "", _found.TryGetValue(at.Of, out FastValue? known) ? known : value, value);
        return Find(at.Of);
    }

    private FastValue Find(object place) => _entries.TryGetValue(place, out FastValue? value) ? value : _found[place];

    private FastValue Join(Junction at, string place, FastValue left, FastValue right) => (left, right) switch
    {
        (FastConstant, FastConstant) when left.IsSame(right) => left,
        // There are none where there are loops.
        (FastText, FastText) when left.IsSame(right) => left,
        // In a loop every local may have been written to since, but for the input.
        (FastLocal local, FastLocal) when left.IsSame(right) && (!at.IsLoopHead || IsInput(local)) => left,
        (FastInteger, FastInteger) when left.IsSame(right) && !at.IsLoopHead => left,
        (FastInteger, _) or (_, FastInteger) => Counted(at, place, left, right),
        (FastObject a, FastObject b) when HaveSameNames(a.Members, b.Members) => new FastObject(Join(at, place, a.Members, b.Members)),
        (FastArray a, FastArray b) when a.Items.Count == b.Items.Count => new FastArray([.. a.Items.Select((item, i) => Join(at, $"{place}[{i}]", item, b.Items[i]))]),
        (FastTyped typed, FastTyped) when left.IsSame(right) && (!at.IsLoopHead || typed.Node.Root == FastNames.Input) => left,
        (FastTyped { MissingIf: null } a, FastTyped { MissingIf: null } b) when a.Type.Name == b.Type.Name => Meeting(at, place, a.Type, a.Node.IsOwned && b.Node.IsOwned),
        (FastProjected, FastProjected) when left.IsSame(right) && !at.IsLoopHead => left,
        (FastChange a, FastChange b) when HaveSameNames(a.Members, b.Members) && Join(at, place + "/", a.Origin, b.Origin) is (FastLocal or FastTyped) and var origin
            => new FastChange(origin, Join(at, place, a.Members, b.Members)),
        (FastEither either, FastObject made) when place.Length == 0 && HaveSameNames(either.Members, made.Members) => Joined(at, either, made),
        (FastEither either, _) when place.Length == 0 => either,
        (FastLocal, FastObject { Members.Count: > 0 and <= MostApart } made) when IsApart(at, place) => Either(at, made),
        (FastObject { Members.Count: > 0 and <= MostApart } made, FastLocal) when IsApart(at, place) => Either(at, made),
        _ => Meeting(at, place),
    };

    private static bool IsApart(Junction at, string place) => at.IsLoopHead && place.Length == 0;

    private FastEither Either(Junction at, FastObject made) => new(Meeting(at, ""), [.. made.Members.Select(member => Apart(at, member.Name, s_any, member.Value))]);

    // The locals stay, but what turns out to be a counter, or to be none, gets another.
    private FastEither Joined(Junction at, FastEither either, FastObject made) =>
        new(either.Whole, [.. either.Members.Zip(made.Members, (known, member) =>
            known.Value is FastInteger || member.Value is FastInteger ? Apart(at, known.Name, known.Value, member.Value) : known)]);

    private FastMember Apart(Junction at, string name, FastValue known, FastValue value)
    {
        string place = Inside("", name);
        FastValue joined = known is FastInteger || value is FastInteger ? Counted(at, place, known, value) : Meeting(at, place);
        return new FastMember(name, joined is FastLocal local ? new FastLocal(local.Name, isPresent: false) : joined);
    }

    // What is a whole number on some way: at the head of a loop it is a counter, and supposed to be one on the others, as far as nothing speaks against it.
    private FastValue Counted(Junction at, string place, FastValue left, FastValue right)
    {
        string name = names.Of($"{at.Name}{place} integer", $"count{at.Name}{(place.Length == 0 ? "" : "_" + Last(place))}");
        bool areKnown = FastNumbers.Code(left) is not null && FastNumbers.Code(right) is not null;
        if (at.IsLoopHead && (left is not (FastLocal or FastInteger) && FastNumbers.Code(left) is null || right is not (FastLocal or FastInteger) && FastNumbers.Code(right) is null))
            Refuse(name);
        if (areKnown && !_refused.Contains(name))
            return new FastInteger(name, left is FastInteger { Supposed: not null } || right is FastInteger { Supposed: not null } ? name : null);
        return at.IsLoopHead && !_refused.Contains(name) ? new FastInteger(name, name) : Meeting(at, place);
    }

    /// <summary>A counter is not supposed to be one any more, since the machine asks what it is.</summary>
    public void Refuse(string counter) => _hasRefused |= _refused.Add(counter);

    private List<FastMember> Join(Junction at, string place, IReadOnlyList<FastMember> left, IReadOnlyList<FastMember> right) =>
        [.. left.Zip(right, (a, b) => new FastMember(a.Name, Join(at, Inside(place, a.Name), a.Value, b.Value)))];

    // A name may have signs of its own, so its length stands before it.
    private static string Inside(string place, string name) => $"{place}.{name.Length}:{name}";

    // What comes from several sides is copied into a local of the state's own.
    private FastLocal Meeting(Junction at, string place)
    {
        string name = names.Of(at.Name + place, place.Length == 0 ? $"data{at.Name}" : $"data{at.Name}_{Last(place)}");
        changing.Add(name);
        return new FastLocal(name, isPresent: true);
    }

    private FastTyped Meeting(Junction at, string place, PlainType type, bool isOwned)
    {
        string name = names.Of($"{at.Name}{place} {type.Name}{(isOwned ? " owned" : "")}", place.Length == 0 ? $"object{at.Name}" : $"object{at.Name}_{Last(place)}");
        return roots.Of(name, type, isChanging: true, isOwned);
    }

    // The name that a place ends with.
    private static string Last(string place) => place.Split('.', '/', ':').Last();

    private static bool IsInput(FastLocal local) => local.Name == "input" || local.Name.StartsWith("input_", System.StringComparison.Ordinal);

    /// <summary>Where ways meet.</summary>
    /// <param name="of">The state that they lead to, or the flow that they end.</param>
    /// <param name="name">What its locals are called after.</param>
    /// <param name="isLoopHead">Whether some come from behind it.</param>
    private readonly struct Junction(object of, string name, bool isLoopHead)
    {
        public object Of { get; } = of;

        public string Name { get; } = name;

        public bool IsLoopHead { get; } = isLoopHead;
    }

    private static bool HaveSameNames(IReadOnlyList<FastMember> left, IReadOnlyList<FastMember> right) =>
        left.Select(member => member.Name).SequenceEqual(right.Select(member => member.Name));
}
