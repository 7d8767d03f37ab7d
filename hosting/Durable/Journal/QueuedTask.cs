namespace Compiled.Durable.Journal;

/// <summary>A task that waits for a worker of an activity.</summary>
/// <param name="Number">Its place: later tasks have higher numbers.</param>
/// <param name="Execution">The execution.</param>
/// <param name="Effect">The effect that is the task.</param>
public readonly record struct QueuedTask(long Number, long Execution, int Effect);
