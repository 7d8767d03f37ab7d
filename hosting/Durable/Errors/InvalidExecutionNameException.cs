namespace Compiled.Durable;

/// <summary>The name is empty, longer than 80 characters, or has a character that names can't have. FEATURES E-108, P-012.</summary>
public sealed class InvalidExecutionNameException(string name) : Exception($"Invalid Name: '{name}'");
