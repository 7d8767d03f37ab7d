namespace Compiled.Compilation;

/// <summary>A definition to compile: its text and how its executions are meant to run.</summary>
/// <param name="Text">The definition, ASL in JSON.</param>
/// <param name="Name">The machine's name as executions show it, such as the file's name without <c>.asl.json</c>.</param>
/// <param name="Type">Standard unless said otherwise.</param>
/// <param name="Inspects">Whether its states can be looked into while they are tested one by one; such a workflow is for nothing else.</param>
public sealed record DefinitionSource(string Text, string Name, Language.Binding.MachineType Type = Language.Binding.MachineType.Standard, bool Inspects = false)
{
    /// <summary>Whether executions without a history get a fast path of their own: Express machines do unless said otherwise, Standard ones when said.</summary>
    public bool HasFastPath { get; init; } = Type == Language.Binding.MachineType.Express;
}
