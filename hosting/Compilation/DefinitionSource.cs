namespace Compiled.Compilation;

/// <summary>A definition to compile: its text and how its executions are meant to run.</summary>
/// <param name="Text">The definition, ASL in JSON.</param>
/// <param name="Name">The machine's name as executions show it, such as the file's name without <c>.asl.json</c>.</param>
/// <param name="Type">Standard unless said otherwise.</param>
public sealed record DefinitionSource(string Text, string Name, Language.Binding.MachineType Type = Language.Binding.MachineType.Standard);
