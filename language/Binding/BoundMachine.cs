using Compiled.Language.Faults;
using Compiled.Language.Json;

namespace Compiled.Language.Binding;

/// <summary>What <see cref="MachineBinder"/> made of a definition: the machine where it can run, and every fault found.</summary>
public sealed class BoundMachine
{
    internal BoundMachine(Machine? machine, IReadOnlyList<Fault> faults, IReadOnlyList<string> stateNames, JsonNode? root)
    {
        Machine = machine;
        Faults = faults;
        StateNames = stateNames;
        Root = root;
    }

    /// <summary>The machine; null when a fault of severity Error makes it unrunnable, and only then.</summary>
    public Machine? Machine { get; }

    /// <summary>
    /// What the definition means where nothing in it is wrong but comments, which JSON has not: the machine, also where those keep it from running. It is there to be judged,
    /// not to be run.
    /// </summary>
    public Machine? Sound { get; internal init; }

    /// <summary>All faults, in the order of the text.</summary>
    public IReadOnlyList<Fault> Faults { get; }

    /// <summary>The names of all states of all flows in the order of the text, also when the machine is null; without duplicates.</summary>
    public IReadOnlyList<string> StateNames { get; }

    /// <summary>The tree of the definition; null when the text holds no JSON at all.</summary>
    public JsonNode? Root { get; }
}
