using Compiled.Durable.Journal;
using Compiled.MapRuns;

namespace Compiled.Durable;

/// <summary>Runs of distributed Maps.</summary>
public sealed partial class DurableExecutions
{
    /// <inheritdoc cref="ExecutionReader.DescribeMapRun"/>
    public MapRunDescription DescribeMapRun(string mapRunArn) => Reader.DescribeMapRun(mapRunArn);

    /// <inheritdoc cref="ExecutionReader.ListMapRuns"/>
    public MapRunPage ListMapRuns(string executionArn, string? nextToken = null, int maxResults = 100) => Reader.ListMapRuns(executionArn, nextToken, maxResults);

    /// <summary>
    /// Changes the limits of a Map Run that goes on; what is null stays as it is. Holds for the rest of the run, after a crash and in a redrive too.
    /// FEATURES P-121.
    /// </summary>
    /// <param name="mapRunArn">The run.</param>
    /// <param name="maxConcurrency">How many children may run at once; 0 for as many as can, which is 10,000. Those that run go on.</param>
    /// <param name="toleratedFailurePercentage">Which share of the items may fail, from 0 to 100.</param>
    /// <param name="toleratedFailureCount">How many items may fail.</param>
    /// <exception cref="MapRunDoesNotExistException">There is no such run.</exception>
    /// <exception cref="MapRunCompletedException">It has ended.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative, or a percentage more than 100.</exception>
    public async Task UpdateMapRunAsync(string mapRunArn, int? maxConcurrency = null, double? toleratedFailurePercentage = null, int? toleratedFailureCount = null)
    {
        MapRun.CheckLimits(maxConcurrency, toleratedFailureCount, toleratedFailurePercentage);
        StoredMapRun run = Reader.MapRunOf(mapRunArn);
        if (run.Status != MapRunStatus.Running)
            throw new MapRunCompletedException(mapRunArn);
        MapRunChange change = new()
        {
            MaxConcurrency = maxConcurrency,
            ToleratedFailureCount = toleratedFailureCount,
            ToleratedFailurePercentage = toleratedFailurePercentage,
        };
        await _engine.Writer.WriteAsync(store =>
        {
            store.ChangeMapRun(run.Execution, run.Effect, change);
            return true;
        }).ConfigureAwait(false);
        _engine.MapRuns.Find(mapRunArn)?.Update(maxConcurrency, toleratedFailureCount, toleratedFailurePercentage);
    }
}
