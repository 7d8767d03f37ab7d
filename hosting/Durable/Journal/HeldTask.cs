namespace Compiled.Durable.Journal;

/// <summary>What is kept of a task that waits, beside what its execution's segments say.</summary>
/// <param name="Execution">The execution.</param>
/// <param name="Effect">Its effect that is the task.</param>
/// <param name="Child">The execution for whose end the task waits; 0 for none.</param>
/// <param name="HeartbeatTicks">Until when the last heartbeat holds, UTC ticks; 0 when none came.</param>
public sealed record HeldTask(long Execution, int Effect, long Child, long HeartbeatTicks);
