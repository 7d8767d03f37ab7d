namespace Compiled.Durable.Journal;

/// <summary>An execution that waits for a time.</summary>
/// <param name="Execution">Its id.</param>
/// <param name="DueTicks">When it wakes, UTC ticks.</param>
public readonly record struct ParkedExecution(long Execution, long DueTicks);
