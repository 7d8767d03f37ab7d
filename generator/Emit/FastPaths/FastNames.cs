using System.Collections.Generic;
using System.Linq;
using Compiled.Generator.Emit.FastPaths.Flows;
using Compiled.Generator.Emit.FastPaths.Values;
using Compiled.Language.Binding;
using Compiled.Language.Expressions;

namespace Compiled.Generator.Emit.FastPaths;

/// <summary>The locals of a fast path. The same thing has the same name in every pass.</summary>
internal sealed class FastNames(MachineTables tables)
{
    /// <summary>The execution's input.</summary>
    public const string Input = "input";

    private readonly Dictionary<string, string> _byThing = new();
    private readonly Identifiers _identifiers = new("path", "workflow", "events", "at", "fuel", "missing", "data", "output", FastFailures.Failure, "fault", "evaluation", Input);
    private readonly List<string> _used = [], _integers = [];
    private readonly HashSet<string> _flags = [];
    private readonly SortedDictionary<string, string> _typed = new(System.StringComparer.Ordinal);
    private readonly Dictionary<int, int> _taken = new();
    private int _state;

    /// <summary>The locals that the last pass wrote to, but for the input.</summary>
    public IReadOnlyList<string> Used => _used;

    /// <summary>The locals of whole numbers that the last pass wrote to.</summary>
    public IReadOnlyList<string> Integers => _integers;

    /// <summary>The locals that are true or false.</summary>
    public IReadOnlyCollection<string> Flags => _flags;

    /// <summary>The locals of C# types, each with its type.</summary>
    public IReadOnlyDictionary<string, string> Typed => _typed;

    public void NextPass()
    {
        _used.Clear();
        _integers.Clear();
        _flags.Clear();
        _taken.Clear();
    }

    /// <summary>What is new from here on belongs to this state, where it was left off.</summary>
    public void Enter(State state) => _state = state.Index;

    /// <summary>A local that is true or false.</summary>
    public string NewFlag()
    {
        int number = Next();
        string name = Of($"{_state}?{number}", $"is{_state}_{number}");
        _flags.Add(name);
        return name;
    }

    /// <summary>A local of a value.</summary>
    public string NewLocal()
    {
        string name = NewName();
        Use(name);
        return name;
    }

    /// <summary>A local of a C# type.</summary>
    public string NewTyped(string type)
    {
        int number = Next();
        string name = Of($"{_state}#{number} {type}", $"t{_state}_{number}");
        Declare(name, type);
        return name;
    }

    /// <summary>A local for a whole number of 32 bits, which every way on sets.</summary>
    public FastInteger NewInteger()
    {
        int number = Next();
        string name = Of($"{_state}#{number} integer", $"n{_state}_{number}");
        UseInteger(name);
        return new FastInteger(name);
    }

    /// <summary>The name of a local that need not be used.</summary>
    public string NewName()
    {
        int number = Next();
        return Of($"{_state}#{number}", $"v{_state}_{number}");
    }

    /// <summary>A local that is called so, which the state alone uses.</summary>
    public string Own(string name) => Of($"{_state} {name}", name + _state);

    /// <summary>Whether an expression is the name of a local and no more.</summary>
    public static bool IsLocal(string value) => value.All(c => char.IsLetterOrDigit(c) || c is '_' or '@');

    /// <summary>Whether a local holds the execution's input, or a part of it.</summary>
    public static bool IsInput(string local) => local == Input || local.StartsWith(Input + "_", System.StringComparison.Ordinal);

    /// <summary>Has a local of a C# type.</summary>
    public void Declare(string local, string type) => _typed[local] = type;

    /// <summary>The local of a thing, which a text tells from all others.</summary>
    public string Of(string thing, string wanted)
    {
        if (!_byThing.TryGetValue(thing, out string? name))
            _byThing.Add(thing, name = _identifiers.Plain(wanted));
        return name;
    }

    /// <summary>The local of a part of what another local holds, which is read in this way.</summary>
    public string Part(string local, string step, string name) => Of(local + step, local + "_" + name);

    /// <summary>How a step is read: <c>[Keys.name]</c> or <c>[0]</c>.</summary>
    public string Step(PathStep step) => step is IndexStep index ? $"[{CSharp.Number(index.Index)}]" : Step(((NameStep)step).Name);

    /// <summary>How a member is read.</summary>
    public string Step(string name) => $"[{tables.Keys.Of(name)}]";

    public void UseInteger(string local)
    {
        if (!_integers.Contains(local))
            _integers.Add(local);
    }

    public void Use(string local)
    {
        if (!_used.Contains(local))
            _used.Add(local);
    }

    // The number of the state's next local.
    private int Next() => _taken[_state] = _taken.TryGetValue(_state, out int taken) ? taken + 1 : 1;
}
