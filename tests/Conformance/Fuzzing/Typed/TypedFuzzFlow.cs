using System.Text;

namespace Conformance.Fuzzing.Typed;

/// <summary>Writes the states of a flow one after the other, of each kind some, with loops and fans among them.</summary>
internal sealed class TypedFuzzFlow
{
    private readonly FuzzRandom _random;
    private readonly TypedFuzzMachinePlan _plan;
    private readonly TypedFuzzStates _states;
    private readonly TypedFuzzFans? _fans;
    private readonly TypedFuzzLoops _loops;
    private readonly StringBuilder _written = new();
    private readonly string _prefix;

    /// <summary>A flow of a machine, or inside one of its states.</summary>
    /// <param name="random">What decides.</param>
    /// <param name="plan">What the whole machine has.</param>
    /// <param name="known">What is known where the flow begins.</param>
    /// <param name="prefix">How the names of its states begin.</param>
    /// <param name="isInside">Whether it is a branch or the processor of items: then it has no fans, and mostly no calls.</param>
    public TypedFuzzFlow(FuzzRandom random, TypedFuzzMachinePlan plan, TypedFuzzKnown known, string prefix, bool isInside)
    {
        (_random, _plan, Known, _prefix) = (random, plan, known, prefix);
        MayCall = !isInside || random.Percent(10);
        MayFail = !isInside || random.Percent(15);
        _states = new TypedFuzzStates(random, plan, this);
        _fans = isInside ? null : new TypedFuzzFans(random, plan, this);
        _loops = new TypedFuzzLoops(random, plan.Handlers, this);
    }

    /// <summary>What is known where the next state begins.</summary>
    public TypedFuzzKnown Known { get; }

    /// <summary>Whether a state may put something else in the place of the data, on which a loop around it may count.</summary>
    public bool MayReplace { get; set; } = true;

    public bool MayCall { get; }

    /// <summary>Whether the machine has states in JSONPath.</summary>
    public bool HasPaths => _plan.Paths is TypedFuzzPaths;

    public bool MayFail { get; }

    /// <summary>The flow's <c>StartAt</c> and <c>States</c>: about so many states, and one that ends with a type.</summary>
    public string Make(int count, TypedFuzzType output)
    {
        for (int i = 0; i < count; i++)
            State($"{_prefix}{i}", $"{_prefix}{i + 1}", depth: 0);
        _states.End($"{_prefix}{count}", output);
        _written.Length--;
        return $"\"StartAt\":\"{_prefix}0\",\"States\":{{{_written}}}";
    }

    /// <summary>The language of the next state.</summary>
    public TypedFuzzLanguage Language() => _random.Percent(_plan.QueryPercent) ? _plan.Queries : _plan.Paths;

    /// <summary>Adds a state.</summary>
    public void Write(string name, string fields) => _written.Append($"\"{name}\":{{{fields}}},");

    /// <summary>A name for a variable that a state sets: a flow inside a state may not set those around it.</summary>
    public string NewVariable() => (_fans is null ? "in" : "") + _random.Pick("v", "w");

    /// <summary>Writes a state, or several that belong together, which lead from one name to another.</summary>
    public void State(string name, string next, int depth)
    {
        int draw = _random.Below(100);
        if (draw < 14)
            _states.Choice(name, next);
        else if (draw < 24)
            _states.Pass(name, next);
        else if (draw < 34 && depth < 2)
            _loops.Write(name, next, depth);
        else if (draw < (HasPaths ? 46 : 38) && _fans is not null)
            _fans.Write(name, next);
        else if (draw < 47 && MayCall)
            _states.Wait(name, next);
        else if (MayCall)
            _states.Call(name, next);
        else
            _states.Pass(name, next);
    }
}
