namespace Compiled.MapRuns;

/// <summary>Counts the items, or the child executions, of a run. One thread changes it, any may look.</summary>
internal sealed class MapRunTally
{
    private readonly Lock _lock = new();
    private MapRunCounts _counts;

    public MapRunCounts Counts
    {
        get
        {
            lock (_lock)
                return _counts;
        }
    }

    /// <summary>Those that did not succeed.</summary>
    public long Unsuccessful => Counts is var counts ? counts.Failed + counts.TimedOut + counts.Aborted : 0;

    public void Read(int number) => Change(counts => counts with { Total = counts.Total + number, Pending = counts.Pending + number });

    public void Started(int number) => Change(counts => counts with { Pending = counts.Pending - number, Running = counts.Running + number });

    public void Written(int number) => Change(counts => counts with { ResultsWritten = counts.ResultsWritten + number });

    public void Ended(ExecutionStatus status, int number) => Change(counts => status switch
    {
        ExecutionStatus.Succeeded => counts with { Running = counts.Running - number, Succeeded = counts.Succeeded + number },
        ExecutionStatus.TimedOut => counts with { Running = counts.Running - number, TimedOut = counts.TimedOut + number },
        ExecutionStatus.Aborted => counts with { Running = counts.Running - number, Aborted = counts.Aborted + number },
        _ => counts with { Running = counts.Running - number, Failed = counts.Failed + number },
    });

    private void Change(Func<MapRunCounts, MapRunCounts> change)
    {
        lock (_lock)
            _counts = change(_counts);
    }
}
