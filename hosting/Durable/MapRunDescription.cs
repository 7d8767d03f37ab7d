using System.Text.Json;
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

    /// <summary>Writes the members with numbers, under the names that AWS's DescribeMapRun gives them: <c>maxConcurrency</c> to <c>redriveCount</c>.</summary>
    public void WriteNumbers(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteNumber("maxConcurrency", MaxConcurrency);
        writer.WriteNumber("toleratedFailurePercentage", ToleratedFailurePercentage);
        writer.WriteNumber("toleratedFailureCount", ToleratedFailureCount);
        Write(writer, "itemCounts", ItemCounts);
        Write(writer, "executionCounts", ExecutionCounts);
        writer.WriteNumber("redriveCount", RedriveCount);
    }

    private static void Write(Utf8JsonWriter writer, string name, MapRunCounts counts)
    {
        writer.WriteStartObject(name);
        writer.WriteNumber("pending", counts.Pending);
        writer.WriteNumber("running", counts.Running);
        writer.WriteNumber("succeeded", counts.Succeeded);
        writer.WriteNumber("failed", counts.Failed);
        writer.WriteNumber("timedOut", counts.TimedOut);
        writer.WriteNumber("aborted", counts.Aborted);
        writer.WriteNumber("total", counts.Total);
        writer.WriteNumber("resultsWritten", counts.ResultsWritten);
        writer.WriteNumber("failuresNotRedrivable", counts.FailuresNotRedrivable);
        writer.WriteNumber("pendingRedrive", counts.PendingRedrive);
        writer.WriteEndObject();
    }
}
