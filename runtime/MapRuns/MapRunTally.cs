namespace Compiled.MapRuns;

/// <summary>Counts the items, or the child executions, of a run. One thread changes it, any may look.</summary>
internal sealed class MapRunTally
{
    private readonly Lock _lock = new();
    private long _pending, _running, _succeeded, _failed, _timedOut, _aborted, _total, _written, _notRedrivable, _pendingRedrive;

    public MapRunCounts Counts
    {
        get
        {
            lock (_lock)
                return new MapRunCounts(_pending, _running, _succeeded, _failed, _timedOut, _aborted, _total, _written, _notRedrivable, _pendingRedrive);
        }
    }

    /// <summary>All that were read.</summary>
    public long Total => _total;

    /// <summary>Those that did not succeed.</summary>
    public long Unsuccessful => _failed + _timedOut + _aborted;

    public void Read(int number)
    {
        lock (_lock)
        {
            _total += number;
            _pending += number;
        }
    }

    public void Started(int number)
    {
        lock (_lock)
        {
            _pending -= number;
            _running += number;
        }
    }

    public void Written(int number)
    {
        lock (_lock)
            _written += number;
    }

    /// <summary>So many are to be redriven.</summary>
    public void Expect(long number)
    {
        lock (_lock)
            _pendingRedrive = number;
    }

    public void Redriven(int number)
    {
        lock (_lock)
            _pendingRedrive = Math.Max(0, _pendingRedrive - number);
    }

    public void NotRedrivable(int number)
    {
        lock (_lock)
        {
            _pendingRedrive = Math.Max(0, _pendingRedrive - number);
            _notRedrivable += number;
        }
    }

    public void Ended(ExecutionStatus status, int number)
    {
        lock (_lock)
        {
            _running -= number;
            switch (status)
            {
                case ExecutionStatus.Succeeded:
                    _succeeded += number;
                    break;
                case ExecutionStatus.TimedOut:
                    _timedOut += number;
                    break;
                case ExecutionStatus.Aborted:
                    _aborted += number;
                    break;
                default:
                    _failed += number;
                    break;
            }
        }
    }
}
