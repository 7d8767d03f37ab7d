using Compiled.Durable.Engine;
using Compiled.Durable.Journal;
using Compiled.MapRuns;

namespace Compiled.Durable;

/// <summary>Runs of distributed Maps.</summary>
public sealed partial class ExecutionReader
{
    private readonly Func<string, MapRun?> _liveMapRun;

    /// <summary>Everything about a Map Run. FEATURES P-120.</summary>
    /// <exception cref="MapRunDoesNotExistException">There is no such run.</exception>
    public MapRunDescription DescribeMapRun(string mapRunArn)
    {
        StoredMapRun stored = MapRunOf(mapRunArn);
        MapRun? live = stored.Status == MapRunStatus.Running ? _liveMapRun(mapRunArn) : null;
        return new MapRunDescription
        {
            Summary = Summary(stored, LocalArns.Execution(_store.Find(stored.Execution)!)),
            Status = stored.Status,
            MaxConcurrency = stored.MaxConcurrency,
            ToleratedFailureCount = stored.ToleratedFailureCount ?? 0,
            ToleratedFailurePercentage = stored.ToleratedFailurePercentage ?? 0,
            ItemCounts = live?.ItemCounts ?? stored.Items,
            ExecutionCounts = live?.ExecutionCounts ?? stored.Executions,
            RedriveCount = stored.RedriveCount,
            RedriveDate = Time(stored.RedrivenTicks),
        };
    }

    /// <summary>The Map Runs of an execution, in the order in which they started. FEATURES P-121.</summary>
    /// <param name="executionArn">The execution.</param>
    /// <param name="nextToken">From the page before; null for the first page.</param>
    /// <param name="maxResults">1 to 1,000.</param>
    /// <exception cref="ExecutionDoesNotExistException">There is no such execution.</exception>
    /// <exception cref="InvalidPageTokenException">The token is none that a page gave.</exception>
    public MapRunPage ListMapRuns(string executionArn, string? nextToken = null, int maxResults = 100)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxResults, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(maxResults, LargestPage);
        ExecutionRow row = RowOf(executionArn);
        int after = nextToken is null ? 0 : (int)Math.Clamp(PageToken.Read(nextToken), 0, int.MaxValue);
        IReadOnlyList<StoredMapRun> runs = _store.ListMapRuns(row.Id, after, maxResults + 1);
        string execution = LocalArns.Execution(row);
        return new MapRunPage(
            [.. runs.Take(maxResults).Select(run => Summary(run, execution))], runs.Count > maxResults ? PageToken.Write(runs[maxResults - 1].Effect) : null);
    }

    internal StoredMapRun MapRunOf(string mapRunArn)
    {
        ArgumentNullException.ThrowIfNull(mapRunArn);
        return _store.FindMapRun(mapRunArn) ?? throw new MapRunDoesNotExistException(mapRunArn);
    }

    private static MapRunSummary Summary(StoredMapRun run, string executionArn)
        => new(run.Arn, executionArn, LocalArns.ChildStateMachine(run.Arn), Time(run.StartedTicks)!.Value, Time(run.EndedTicks));
}
