using Compiled.History;

namespace Compiled.Observation.Metrics;

/// <summary>An event of a task, as metrics see it.</summary>
/// <param name="Kind">Function, activity or integration.</param>
/// <param name="Phase">How far the task is.</param>
/// <param name="Resource">The state's Resource, where the event tells it.</param>
internal sealed record WorkEvent(ResourceKind Kind, WorkPhase Phase, string? Resource)
{
    /// <summary>The job of a task was submitted, which began before.</summary>
    public bool IsSubmitted { get; init; }

    /// <summary>The event; null when it tells of no task's progress.</summary>
    public static WorkEvent? Of(in HistoryEvent recorded)
    {
        string? resource = (recorded.Subject as StateInfo)?.Resource;
        return recorded.Type switch
        {
            HistoryEventType.LambdaFunctionScheduled => new(ResourceKind.Lambda, WorkPhase.Scheduled, resource),
            HistoryEventType.LambdaFunctionStarted => new(ResourceKind.Lambda, WorkPhase.Started, resource),
            HistoryEventType.LambdaFunctionSucceeded => new(ResourceKind.Lambda, WorkPhase.Succeeded, resource),
            HistoryEventType.LambdaFunctionFailed or HistoryEventType.LambdaFunctionScheduleFailed or HistoryEventType.LambdaFunctionStartFailed
                => new(ResourceKind.Lambda, WorkPhase.Failed, resource),
            HistoryEventType.LambdaFunctionTimedOut => new(ResourceKind.Lambda, WorkPhase.TimedOut, resource),
            HistoryEventType.ActivityScheduled => new(ResourceKind.Activity, WorkPhase.Scheduled, resource),
            HistoryEventType.ActivityStarted => new(ResourceKind.Activity, WorkPhase.Started, resource),
            HistoryEventType.ActivitySucceeded => new(ResourceKind.Activity, WorkPhase.Succeeded, resource),
            HistoryEventType.ActivityFailed or HistoryEventType.ActivityScheduleFailed => new(ResourceKind.Activity, WorkPhase.Failed, resource),
            HistoryEventType.ActivityTimedOut => new(ResourceKind.Activity, WorkPhase.TimedOut, resource),
            HistoryEventType.TaskScheduled => new(ResourceKind.Integration, WorkPhase.Scheduled, resource),
            HistoryEventType.TaskStarted => new(ResourceKind.Integration, WorkPhase.Started, resource),
            HistoryEventType.TaskSubmitted => new(ResourceKind.Integration, WorkPhase.Started, resource) { IsSubmitted = true },
            HistoryEventType.TaskSucceeded => new(ResourceKind.Integration, WorkPhase.Succeeded, resource),
            HistoryEventType.TaskFailed or HistoryEventType.TaskStartFailed or HistoryEventType.TaskSubmitFailed => new(ResourceKind.Integration, WorkPhase.Failed, resource),
            HistoryEventType.TaskTimedOut => new(ResourceKind.Integration, WorkPhase.TimedOut, resource),
            _ => null,
        };
    }
}
