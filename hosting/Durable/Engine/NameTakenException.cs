namespace Compiled.Durable.Engine;

/// <summary>The machine has an execution of this name; told to whoever starts another.</summary>
internal sealed class NameTakenException() : Exception("The name is taken.");
