namespace Compiled.Durable.Journal;

/// <summary>An end of an execution, or its redrive.</summary>
/// <param name="Status">The status from now on; Running after a redrive.</param>
/// <param name="Ticks">When, UTC ticks.</param>
/// <param name="RedriveCount">How often the execution was redriven by now.</param>
public readonly record struct StatusChange(ExecutionStatus Status, long Ticks, int RedriveCount);
