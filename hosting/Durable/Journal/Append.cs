namespace Compiled.Durable.Journal;

/// <summary>
/// One step of one execution, from the signals that came to the effects that follow: what must be kept before an effect may start. It is
/// written as a whole or not at all.
/// </summary>
public sealed class Append
{
    /// <summary>The execution's id.</summary>
    public required long Execution { get; init; }

    /// <summary>
    /// The id of the first event in the step, from 1 without a gap over an execution's segments. With <see cref="Execution"/> it is the
    /// key of the segment, and so the fence: of two processes that believe to own an execution one can write it.
    /// </summary>
    public required int FirstEvent { get; init; }

    /// <summary>How many events the step has.</summary>
    public required int EventCount { get; init; }

    /// <summary>The signals and events, as <see cref="SegmentBody"/> writes them.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Who writes: an id of the process's own. Tells a commit of one's own, of which one didn't hear, from another's.</summary>
    public required Guid Writer { get; init; }

    /// <summary>Set in the step that starts the execution.</summary>
    public ExecutionHead? Start { get; init; }

    /// <summary>Set when the step changes the status: an end, or a redrive.</summary>
    public StatusChange? Status { get; init; }

    /// <summary>
    /// When the execution is to wake, in UTC ticks, if after this step it waits for nothing but times, tokens, workers and children, and so
    /// can be put away; <see cref="long.MaxValue"/> when no time wakes it; null when it has work in hand.
    /// </summary>
    public long? ParkedUntil { get; init; }

    /// <summary>Tasks that the step puts into the queues of activities, and takes out of them.</summary>
    public IReadOnlyList<TaskChange> Tasks { get; init; } = [];
}
