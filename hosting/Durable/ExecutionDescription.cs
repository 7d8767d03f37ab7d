using Compiled.Values;

namespace Compiled.Durable;

/// <summary>Everything about an execution but its history.</summary>
public sealed record ExecutionDescription
{
    /// <summary>What a list shows.</summary>
    public required ExecutionSummary Summary { get; init; }

    /// <summary>The execution's ARN.</summary>
    public string ExecutionArn => Summary.ExecutionArn;

    /// <summary>Its status.</summary>
    public ExecutionStatus Status => Summary.Status;

    /// <summary>Its input.</summary>
    public JsonValue Input { get; init; }

    /// <summary>Its output; missing unless it succeeded.</summary>
    public JsonValue Output { get; init; }

    /// <summary>Its error name; null when it runs, succeeded, or none was given.</summary>
    public string? Error { get; init; }

    /// <summary>The text that explains the error; null when there is none.</summary>
    public string? Cause { get; init; }

    /// <summary>Why it stands still: the handler or the definition that this host lacks; null when nothing is lacking.</summary>
    public string? Waiting { get; init; }

    /// <summary>The role that it was started with; null for none.</summary>
    public string? RoleArn { get; init; }

    /// <summary>The ARN of the machine's version that it was started by; null for none.</summary>
    public string? StateMachineVersionArn { get; init; }

    /// <summary>The ARN of the machine's alias that it was started by; null for none.</summary>
    public string? StateMachineAliasArn { get; init; }

    /// <summary>The ARN of the Map Run whose child it is; null for an execution that stands for itself.</summary>
    public string? MapRunArn { get; init; }

    /// <summary>The X-Ray header that came with its start; null for none.</summary>
    public string? TraceHeader { get; init; }
}
