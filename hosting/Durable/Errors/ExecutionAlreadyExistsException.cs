namespace Compiled.Durable;

/// <summary>The machine has an execution of that name, which has ended or has another input. FEATURES E-104.</summary>
public sealed class ExecutionAlreadyExistsException(string executionArn) : Exception($"Execution Already Exists: '{executionArn}'");
