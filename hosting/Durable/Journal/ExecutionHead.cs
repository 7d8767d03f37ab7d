namespace Compiled.Durable.Journal;

/// <summary>What the store is told of an execution when it starts, and never changes.</summary>
/// <param name="StateMachineArn">The machine's ARN.</param>
/// <param name="Name">The execution's name, unique in its machine.</param>
/// <param name="Type">Standard; Express for the children of a distributed Map.</param>
/// <param name="DefinitionHash">The hash of the definition that the execution keeps to its end.</param>
/// <param name="StartedTicks">When it started, UTC ticks.</param>
/// <param name="Parent">The execution that started it; 0 for none.</param>
/// <param name="ParentEffect">The effect of the parent that started it.</param>
/// <param name="Item">The index among the items of a distributed Map; -1 for an execution that stands for itself.</param>
/// <param name="Version">The number of the machine's version that it was started by; 0 for none.</param>
/// <param name="Alias">The name of the machine's alias that it was started by; null for none.</param>
public sealed record ExecutionHead(
    string StateMachineArn, string Name, MachineType Type, string DefinitionHash, long StartedTicks, long Parent = 0, int ParentEffect = 0, int Item = -1,
    int Version = 0, string? Alias = null);
