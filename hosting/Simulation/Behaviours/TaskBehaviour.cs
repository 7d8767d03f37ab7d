using Compiled.Values;

namespace Compiled.Simulation.Behaviours;

/// <summary>What one resource of the simulated outside world does when a task calls it.</summary>
internal abstract class TaskBehaviour
{
    /// <summary>Does one attempt. A failure is a failure value.</summary>
    public abstract ValueTask<JsonValue> PerformAsync(TaskCall call, CancellationToken cancellationToken);
}

/// <summary>One attempt of a task, as a behaviour sees it.</summary>
/// <param name="World">The simulator, for behaviours that call others.</param>
/// <param name="Resource">The key of the tasks file that is called.</param>
/// <param name="Input">The task's effective input.</param>
/// <param name="Context">Where and when the task runs.</param>
internal sealed record TaskCall(TaskSimulator World, string Resource, JsonValue Input, TaskContext Context);
