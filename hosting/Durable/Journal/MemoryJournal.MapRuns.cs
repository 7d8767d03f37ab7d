namespace Compiled.Durable.Journal;

/// <summary>Map Runs.</summary>
public sealed partial class MemoryJournal
{
    private readonly SortedDictionary<(long Execution, int Effect), StoredMapRun> _mapRuns = [];

    /// <inheritdoc/>
    public void PutMapRun(StoredMapRun run)
    {
        if (_mapRuns.TryAdd((run.Execution, run.Effect), run))
            _undo.Add(() => _mapRuns.Remove((run.Execution, run.Effect)));
    }

    /// <inheritdoc/>
    public void ChangeMapRun(long execution, int effect, MapRunChange change)
    {
        if (!_mapRuns.TryGetValue((execution, effect), out StoredMapRun? run))
            return;
        _undo.Add(() => _mapRuns[(execution, effect)] = run);
        _mapRuns[(execution, effect)] = run with
        {
            Status = change.Status ?? run.Status,
            EndedTicks = change.EndedTicks ?? run.EndedTicks,
            RedriveCount = change.RedriveCount ?? run.RedriveCount,
            RedrivenTicks = change.RedrivenTicks ?? run.RedrivenTicks,
            MaxConcurrency = change.MaxConcurrency ?? run.MaxConcurrency,
            ToleratedFailureCount = change.ToleratedFailureCount ?? run.ToleratedFailureCount,
            ToleratedFailurePercentage = change.ToleratedFailurePercentage ?? run.ToleratedFailurePercentage,
            Items = change.Items ?? run.Items,
            Executions = change.Executions ?? run.Executions,
        };
    }

    /// <inheritdoc/>
    public StoredMapRun? FindMapRun(string arn) => Locked(() => _mapRuns.Values.FirstOrDefault(run => run.Arn == arn));

    /// <inheritdoc/>
    public IReadOnlyList<StoredMapRun> ListMapRuns(long execution, int afterEffect, int limit)
        => Locked(() => _mapRuns.Values.Where(run => run.Execution == execution && run.Effect > afterEffect).Take(limit).ToArray());
}
