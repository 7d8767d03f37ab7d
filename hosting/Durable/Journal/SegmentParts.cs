using Compiled.Execution;
using Compiled.History;

namespace Compiled.Durable.Journal;

/// <summary>What stands for what in a segment.</summary>
internal static class SegmentParts
{
    // What a value is.
    public const byte Missing = 0, Json = 1, Failure = 2, Again = 3;

    /// <summary>In an event's flags: it has a number. The two bits below <see cref="More"/>'s are <see cref="Subject"/>'s.</summary>
    public const int HasNumber = 16;

    /// <summary>In an event's flags: it says by which version or alias the execution was started.</summary>
    public const int HasQualifier = 32;

    /// <summary>What an event is about.</summary>
    public enum Subject : byte
    {
        None,
        Text,
        Name,
        Task,
    }

    /// <summary>What an event says besides.</summary>
    public enum More : byte
    {
        None,
        Text,
        Assigned,
        Scheduled,
    }

    public static Subject SubjectOf(in HistoryEvent recorded) => recorded.Subject switch
    {
        null => Subject.None,
        string => Subject.Text,
        StateInfo => NeedsResource(recorded.Type) ? Subject.Task : Subject.Name,
        _ => throw new InvalidOperationException($"An event about a {recorded.Subject.GetType()} has no form in a segment."),
    };

    public static More MoreOf(in HistoryEvent recorded) => recorded.More switch
    {
        null or Qualifier => More.None,
        string => More.Text,
        AssignedVariables => More.Assigned,
        ScheduledDetails => More.Scheduled,
        _ => throw new InvalidOperationException($"An event with a {recorded.More.GetType()} has no form in a segment."),
    };

    // Those that show the task's resource.
    private static bool NeedsResource(HistoryEventType type) => type is HistoryEventType.LambdaFunctionScheduled or HistoryEventType.ActivityScheduled
        or HistoryEventType.TaskScheduled or HistoryEventType.TaskStarted or HistoryEventType.TaskSubmitted or HistoryEventType.TaskSucceeded
        or HistoryEventType.TaskFailed or HistoryEventType.TaskTimedOut or HistoryEventType.TaskStartFailed or HistoryEventType.TaskSubmitFailed;
}
