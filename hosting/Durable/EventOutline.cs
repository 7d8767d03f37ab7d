using Compiled.History;

namespace Compiled.Durable;

/// <summary>What an event says besides its data: enough to know which states an execution visited, when and with what outcome, at a fraction of the cost of the whole.</summary>
public readonly record struct EventOutline
{
    /// <summary>The event's number, from 1 without a gap.</summary>
    public int Id { get; init; }

    /// <summary>The number of the event that caused this one; 0 for none.</summary>
    public int PreviousEventId { get; init; }

    /// <summary>What happened.</summary>
    public HistoryEventType Type { get; init; }

    /// <summary>When, to the millisecond, as histories show it; UTC ticks.</summary>
    public long Ticks { get; init; }

    /// <summary>The state or the Map that the event names; null where it names none.</summary>
    public string? Name { get; init; }

    /// <summary>The resource that the event shows; null for none.</summary>
    public string? Resource { get; init; }

    /// <summary>The error that the event shows; null for none.</summary>
    public string? Error { get; init; }

    /// <summary>The cause that the event shows; null for none.</summary>
    public string? Cause { get; init; }

    /// <summary>The Map Run that the event shows; null for none.</summary>
    public string? MapRunArn { get; init; }

    /// <summary>The length of a Map's items, the index of an iteration, or how often was redriven; 0 elsewhere.</summary>
    public int Number { get; init; }

    /// <summary>The outline of an event; its data may be missing.</summary>
    public static EventOutline Of(in HistoryEvent recorded) => new()
    {
        Id = recorded.Id,
        PreviousEventId = recorded.PreviousEventId,
        Type = recorded.Type,
        Ticks = recorded.Timestamp.UtcTicks - (recorded.Timestamp.UtcTicks % TimeSpan.TicksPerMillisecond),
        Name = IsNamed(recorded.Type) ? recorded.StateName : null,
        Resource = ResourceOf(in recorded),
        Error = recorded.Error,
        Cause = recorded.Cause,
        MapRunArn = recorded.Type is HistoryEventType.MapRunStarted or HistoryEventType.MapRunRedriven ? recorded.Subject as string : null,
        Number = recorded.Number,
    };

    private static bool IsNamed(HistoryEventType type) => type switch
    {
        HistoryEventType.EvaluationFailed or (>= HistoryEventType.MapIterationAborted and <= HistoryEventType.MapIterationSucceeded) => true,
        _ => type.ToString() is var name && (name.EndsWith("StateEntered", StringComparison.Ordinal) || name.EndsWith("StateExited", StringComparison.Ordinal)),
    };

    private static string? ResourceOf(in HistoryEvent recorded) => recorded.Type switch
    {
        HistoryEventType.LambdaFunctionScheduled or HistoryEventType.ActivityScheduled => ((StateInfo)recorded.Subject!).Resource,
        HistoryEventType.TaskScheduled or HistoryEventType.TaskStarted or HistoryEventType.TaskSubmitted or HistoryEventType.TaskSucceeded
            or HistoryEventType.TaskFailed or HistoryEventType.TaskTimedOut or HistoryEventType.TaskStartFailed or HistoryEventType.TaskSubmitFailed
            => ((StateInfo)recorded.Subject!).ResourceName,
        _ => null,
    };
}
