using Compiled.MapRuns;

namespace Compiled.Durable.Journal;

/// <summary>What changes of a Map Run; what is null stays as it is.</summary>
public sealed record MapRunChange
{
    /// <summary>Where it stands.</summary>
    public MapRunStatus? Status { get; init; }

    /// <summary>When it ended, UTC ticks; 0 when it runs again.</summary>
    public long? EndedTicks { get; init; }

    /// <summary>How often it was redriven.</summary>
    public int? RedriveCount { get; init; }

    /// <summary>When it was last redriven, UTC ticks.</summary>
    public long? RedrivenTicks { get; init; }

    /// <summary>How many children may run at once; 0 for as many as can.</summary>
    public int? MaxConcurrency { get; init; }

    /// <summary>How many items may fail.</summary>
    public int? ToleratedFailureCount { get; init; }

    /// <summary>Which share of the items may fail, from 0 to 100.</summary>
    public double? ToleratedFailurePercentage { get; init; }

    /// <summary>How many items are where.</summary>
    public MapRunCounts? Items { get; init; }

    /// <summary>How many children are where.</summary>
    public MapRunCounts? Executions { get; init; }
}
