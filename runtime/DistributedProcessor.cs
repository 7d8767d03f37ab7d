namespace Compiled;

/// <summary>The processor of a distributed Map: a machine of its own, whose executions are the children of the Map's runs. Emitted with the state.</summary>
/// <param name="label">The Map's <c>Label</c>, or the UUID that stands for it.</param>
/// <param name="type">The type of the child executions.</param>
/// <param name="pointer">Where the processor stands in the definition, a JSON pointer.</param>
/// <param name="states">The numbers of the states that run in child executions, without those in the children of their own distributed Maps.</param>
public sealed class DistributedProcessor(string label, MachineType type, string pointer, int[] states)
{
    /// <summary>The Map's <c>Label</c>, or the UUID that stands for it.</summary>
    public string Label { get; } = label;

    /// <summary>The type of the child executions.</summary>
    public MachineType Type { get; } = type;

    /// <summary>Where the processor stands in the definition, a JSON pointer.</summary>
    public string Pointer { get; } = pointer;

    /// <summary>The numbers of the states that run in child executions.</summary>
    public IReadOnlyList<int> States { get; } = states;
}
