namespace Compiled.Durable;

/// <summary>There is no such execution. FEATURES E-105.</summary>
public sealed class ExecutionDoesNotExistException(string executionArn) : Exception($"Execution Does Not Exist: '{executionArn}'");
