namespace Compiled.Durable;

/// <summary>Another process went on with the execution, so this one has let go of it.</summary>
public sealed class ExecutionLostException(string executionArn) : Exception($"Another process has gone on with the execution '{executionArn}'.");
