using Compiled.Values;

namespace Conformance.Running;

/// <summary>An effect that the outside world has begun and that has not ended.</summary>
internal sealed class OutsideEffect(int id)
{
    /// <summary>The effect's id in the execution.</summary>
    public int Id { get; } = id;

    /// <summary>The task's reply, for a task.</summary>
    public Task<JsonValue>? Reply { get; init; }

    /// <summary>When a wait is over.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>When the task has timed out.</summary>
    public DateTimeOffset? TimeoutDue { get; init; }

    /// <summary>When a heartbeat is missed.</summary>
    public DateTimeOffset? HeartbeatDue { get; init; }

    /// <summary>The activity's worker has not been reported yet.</summary>
    public bool WaitsForWorker { get; set; }
}
