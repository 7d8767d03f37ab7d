namespace Compiled.Durable.Journal;

/// <summary>A task that comes into the queue of an activity or leaves it.</summary>
/// <param name="ActivityArn">The activity.</param>
/// <param name="Effect">The effect that is the task.</param>
/// <param name="IsAdded">It comes; otherwise it leaves.</param>
public readonly record struct TaskChange(string ActivityArn, int Effect, bool IsAdded);
