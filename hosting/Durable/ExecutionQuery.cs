namespace Compiled.Durable;

/// <summary>Which executions to list; what is left out doesn't restrict.</summary>
public sealed record ExecutionQuery
{
    /// <summary>Only those of this machine: its name or ARN.</summary>
    public string? Machine { get; init; }

    /// <summary>Only those that were started by this version of the machine, a number from 1.</summary>
    public int? Version { get; init; }

    /// <summary>Only those that were started by the machine's alias of this name.</summary>
    public string? Alias { get; init; }

    /// <summary>Only those with this status.</summary>
    public ExecutionStatus? Status { get; init; }

    /// <summary>Only those whose name begins so.</summary>
    public string? NamePrefix { get; init; }

    /// <summary>Only those that started at this time or later.</summary>
    public DateTimeOffset? StartedFrom { get; init; }

    /// <summary>Only those that started before this time.</summary>
    public DateTimeOffset? StartedBefore { get; init; }

    /// <summary>Only those that were redriven, or only those that weren't.</summary>
    public bool? IsRedriven { get; init; }

    /// <summary>Only the children of the Map Run of this ARN, whatever <see cref="WithItems"/> says.</summary>
    public string? MapRun { get; init; }

    /// <summary>Also the children of distributed Maps; otherwise only executions that stand for themselves.</summary>
    public bool WithItems { get; init; }
}
