using Compiled.MapRuns;

namespace Compiled.Durable;

/// <summary>Everything about the run of a distributed Map. FEATURES P-120.</summary>
public sealed record MapRunDescription
{
    /// <summary>What a list shows.</summary>
    public required MapRunSummary Summary { get; init; }

    /// <summary>The run's ARN.</summary>
    public string MapRunArn => Summary.MapRunArn;

    /// <summary>Where it stands.</summary>
    public MapRunStatus Status { get; init; }

    /// <summary>How many children may run at once; 0 where neither the definition nor an update says.</summary>
    public int MaxConcurrency { get; init; }

    /// <summary>Which share of the items may fail, from 0 to 100; 0 where it is not said.</summary>
    public double ToleratedFailurePercentage { get; init; }

    /// <summary>How many items may fail; 0 where it is not said.</summary>
    public int ToleratedFailureCount { get; init; }

    /// <summary>
    /// How many items are where. Of the moment where the run goes on in this process; what the process that does it wrote last, once a second and at the
    /// end, where it doesn't.
    /// </summary>
    public MapRunCounts ItemCounts { get; init; }

    /// <summary>How many child executions are where, as of <see cref="ItemCounts"/>.</summary>
    public MapRunCounts ExecutionCounts { get; init; }

    /// <summary>How often the run was redriven with its execution.</summary>
    public int RedriveCount { get; init; }

    /// <summary>When it was last redriven; null for never.</summary>
    public DateTimeOffset? RedriveDate { get; init; }
}
