using Compiled.Values;

namespace Compiled.Simulation.Behaviours;

/// <summary>What one resource of the simulated outside world does when a task calls it.</summary>
internal abstract class TaskBehaviour
{
    /// <summary>Does one attempt. A failure is a failure value. <see cref="TaskCall.Submitted"/> is set before anything is awaited.</summary>
    public abstract ValueTask<JsonValue> PerformAsync(TaskCall call, CancellationToken cancellationToken);
}
