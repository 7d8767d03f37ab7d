using Compiled.Execution;
using Compiled.History;

namespace Compiled.Observation;

/// <summary>Events that an execution added to its history at once, and how it stood after them.</summary>
public sealed record ExecutionStep
{
    /// <summary>The execution's ARN.</summary>
    public required string ExecutionArn { get; init; }

    /// <summary>The machine's ARN.</summary>
    public required string StateMachineArn { get; init; }

    /// <summary>The machine's name.</summary>
    public required string StateMachineName { get; init; }

    /// <summary>The machine's type.</summary>
    public MachineType Type { get; init; }

    /// <summary>The execution is the child of a distributed Map.</summary>
    public bool IsMapRunChild { get; init; }

    /// <summary>The events, in order; at least one.</summary>
    public required IReadOnlyList<HistoryEvent> Events { get; init; }

    /// <summary>The status after the last event.</summary>
    public ExecutionStatus Status { get; init; }

    /// <summary>When the execution started.</summary>
    public DateTimeOffset StartDate { get; init; }

    /// <summary>How often the execution was redriven, the last event included.</summary>
    public int RedriveCount { get; init; }

    internal static ExecutionStep Of(ExecutionRun run, IReadOnlyList<HistoryEvent> events, bool isMapRunChild) => new()
    {
        ExecutionArn = run.ExecutionArn,
        StateMachineArn = run.StateMachineArn,
        StateMachineName = run.StateMachineName,
        Type = run.Machine.Type,
        IsMapRunChild = isMapRunChild,
        Events = events,
        Status = run.Status,
        StartDate = run.StartTime,
        RedriveCount = run.RedriveCount,
    };
}
