using Compiled.Execution;
using Compiled.Values;

namespace Compiled.Tasks.Nested;

/// <summary>An execution as <c>DescribeExecution</c> shows it.</summary>
public sealed record ExecutionView
{
    /// <summary>Its ARN.</summary>
    public required string ExecutionArn { get; init; }

    /// <summary>Its machine's ARN.</summary>
    public required string StateMachineArn { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Standard or Express.</summary>
    public MachineType Type { get; init; }

    /// <summary>Its status.</summary>
    public required ExecutionStatus Status { get; init; }

    /// <summary>Its input.</summary>
    public required JsonValue Input { get; init; }

    /// <summary>Its output; missing unless it succeeded.</summary>
    public JsonValue Output { get; init; }

    /// <summary>Its error; null when there is none.</summary>
    public string? Error { get; init; }

    /// <summary>What explains the error; null when there is nothing.</summary>
    public string? Cause { get; init; }

    /// <summary>When it started.</summary>
    public required DateTimeOffset StartDate { get; init; }

    /// <summary>When it ended; null while it runs.</summary>
    public DateTimeOffset? StopDate { get; init; }

    /// <summary>How often it was redriven.</summary>
    public int RedriveCount { get; init; }

    /// <summary>Whether it can be redriven.</summary>
    public RedriveStatus RedriveStatus { get; init; }
}
