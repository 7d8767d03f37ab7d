namespace Compiled.Durable.Journal;

/// <summary>The text of a definition, for executions that outlive the program that they started in.</summary>
/// <param name="Hash">SHA-256 of the type and the text, lower-case hexadecimal.</param>
/// <param name="Name">The machine's name.</param>
/// <param name="Type">Standard or Express.</param>
/// <param name="Text">The definition as it was written.</param>
public sealed record StoredDefinition(string Hash, string Name, MachineType Type, string Text);
