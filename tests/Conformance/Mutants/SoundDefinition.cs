using Compiled.Language.Binding;
using Compiled.Language.Faults;
using Compiled.Language.Json;
using Compiled.Rules;

namespace Conformance.Mutants;

/// <summary>A real definition without an Error, as mutators see it.</summary>
internal sealed class SoundDefinition
{
    private SoundDefinition(string name, Machine machine, ObjectNode root, IReadOnlyList<Fault> faults)
    {
        Name = name;
        Machine = machine;
        Root = root;
        Faults = faults;
        Transitions = [.. machine.States.SelectMany(Transition.Of)];
    }

    /// <summary>The file's name without its ending.</summary>
    public string Name { get; }

    /// <summary>What it means.</summary>
    public Machine Machine { get; }

    /// <summary>The text's tree.</summary>
    public ObjectNode Root { get; }

    /// <summary>What is found in it as it is: warnings only.</summary>
    public IReadOnlyList<Fault> Faults { get; }

    /// <summary>The names of states that its states lead to, in the order of the states.</summary>
    public IReadOnlyList<Transition> Transitions { get; }

    /// <summary>Whether it has no Error as an Express machine either.</summary>
    public bool FitsExpress => RuleList.Check(MachineBinder.Bind(Machine.Text, MachineType.Express)).All(static fault => fault.Severity != Severity.Error);

    /// <summary>The states in JSONPath, in the order of the text.</summary>
    public IEnumerable<State> PathStates => Machine.States.Where(static state => state.QueryLanguage == QueryLanguage.JsonPath);

    /// <summary>Reads a definition; null where it has an Error.</summary>
    public static SoundDefinition? Read(string name, string text)
    {
        BoundMachine bound = MachineBinder.Bind(text);
        return bound is { Machine: { } machine, Root: ObjectNode root } ? new SoundDefinition(name, machine, root, RuleList.Check(bound)) : null;
    }

    /// <summary>The state's transitions to states of its flow.</summary>
    public IEnumerable<Transition> From(State state) => Transitions.Where(transition => transition.State == state);

    /// <summary>Whether the state stays named when these transitions go elsewhere.</summary>
    public bool IsNamedWithout(State target, params IEnumerable<Transition> without) =>
        target.Flow.Start == target || Transitions.Except(without).Any(transition => transition.Target == target);

    /// <summary>The one transition that leads to the state, if it is a plain <c>Next</c> of a JSONPath state; else null.</summary>
    public Transition? OnlyWayTo(State state)
    {
        Transition[] ways = [.. Transitions.Where(transition => transition.Target == state).Take(2)];
        return ways.Length == 1 && state.Flow.Start != state && ways[0].IsPlain && ways[0].State.QueryLanguage == QueryLanguage.JsonPath ? ways[0] : null;
    }

    /// <summary>Edits that put new states on a way.</summary>
    /// <param name="way">The transition that is to lead to the new states.</param>
    /// <param name="first">The name of the first of them.</param>
    /// <param name="states">The states as members of <c>States</c>; they lead on to the old target themselves.</param>
    public static Edit[] Between(Transition way, string first, string states) =>
        [Edit.Replace(way.Name, JsonText.Quote(first)), Edit.Add((ObjectNode)way.State.Source.Parent!, states)];

    /// <summary>The pointer that a new state will have beside an old one.</summary>
    public static string Beside(State state, string name) => state.Source.Parent!.Pointer + "/" + name;
}
