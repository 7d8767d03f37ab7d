using Compiled.History;

namespace Compiled.Execution;

/// <summary>The event types that go with a state's type and with a task's kind of resource.</summary>
internal static class EventTypes
{
    public static HistoryEventType Entered(StateType type) => type switch
    {
        StateType.Pass => HistoryEventType.PassStateEntered,
        StateType.Task => HistoryEventType.TaskStateEntered,
        StateType.Choice => HistoryEventType.ChoiceStateEntered,
        StateType.Wait => HistoryEventType.WaitStateEntered,
        StateType.Succeed => HistoryEventType.SucceedStateEntered,
        StateType.Fail => HistoryEventType.FailStateEntered,
        StateType.Parallel => HistoryEventType.ParallelStateEntered,
        _ => HistoryEventType.MapStateEntered,
    };

    public static HistoryEventType Exited(StateType type) => type switch
    {
        StateType.Pass => HistoryEventType.PassStateExited,
        StateType.Task => HistoryEventType.TaskStateExited,
        StateType.Choice => HistoryEventType.ChoiceStateExited,
        StateType.Wait => HistoryEventType.WaitStateExited,
        StateType.Succeed => HistoryEventType.SucceedStateExited,
        StateType.Parallel => HistoryEventType.ParallelStateExited,
        _ => HistoryEventType.MapStateExited,
    };

    /// <summary>The event of a state that was interrupted; null for types that can't be.</summary>
    public static HistoryEventType? Aborted(StateType type) => type switch
    {
        StateType.Task => HistoryEventType.TaskStateAborted,
        StateType.Wait => HistoryEventType.WaitStateAborted,
        StateType.Parallel => HistoryEventType.ParallelStateAborted,
        StateType.Map => HistoryEventType.MapStateAborted,
        _ => null,
    };

    public static HistoryEventType Succeeded(ResourceKind kind) => kind switch
    {
        ResourceKind.Lambda => HistoryEventType.LambdaFunctionSucceeded,
        ResourceKind.Activity => HistoryEventType.ActivitySucceeded,
        _ => HistoryEventType.TaskSucceeded,
    };

    public static HistoryEventType Failed(ResourceKind kind) => kind switch
    {
        ResourceKind.Lambda => HistoryEventType.LambdaFunctionFailed,
        ResourceKind.Activity => HistoryEventType.ActivityFailed,
        _ => HistoryEventType.TaskFailed,
    };

    public static HistoryEventType TimedOut(ResourceKind kind) => kind switch
    {
        ResourceKind.Lambda => HistoryEventType.LambdaFunctionTimedOut,
        ResourceKind.Activity => HistoryEventType.ActivityTimedOut,
        _ => HistoryEventType.TaskTimedOut,
    };
}
