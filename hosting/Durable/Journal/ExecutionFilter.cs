namespace Compiled.Durable.Journal;

/// <summary>Which executions to list; what is left out doesn't restrict.</summary>
public sealed record ExecutionFilter
{
    /// <summary>Only those of this machine.</summary>
    public string? StateMachineArn { get; init; }

    /// <summary>Only those that were started by this version of the machine.</summary>
    public int? Version { get; init; }

    /// <summary>Only those that were started by this alias of the machine.</summary>
    public string? Alias { get; init; }

    /// <summary>Only those with this status.</summary>
    public ExecutionStatus? Status { get; init; }

    /// <summary>Only those whose name begins so.</summary>
    public string? NamePrefix { get; init; }

    /// <summary>Only those that started at this time or later, UTC ticks.</summary>
    public long? StartedFromTicks { get; init; }

    /// <summary>Only those that started before this time, UTC ticks.</summary>
    public long? StartedBeforeTicks { get; init; }

    /// <summary>Only those that were redriven, or only those that weren't.</summary>
    public bool? IsRedriven { get; init; }

    /// <summary>Only ids below this one: the last of the page before.</summary>
    public long? BeforeId { get; init; }

    /// <summary>Only the children of this Map Run: its execution and its effect. They are listed whatever <see cref="WithItems"/> says.</summary>
    public (long Execution, int Effect)? MapRun { get; init; }

    /// <summary>Also children of distributed Maps; otherwise only executions that stand for themselves.</summary>
    public bool WithItems { get; init; }
}
