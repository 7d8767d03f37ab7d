using Compiled.MapRuns;

namespace Compiled.Durable.Engine;

/// <summary>A Map Run that this process does, and who waits for its end to begin it again.</summary>
internal sealed class LiveMapRun(MapRun run)
{
    private readonly Lock _lock = new();
    private readonly List<EndWaiter> _waiters = [];
    private bool _isOver;

    public MapRun Run => run;

    /// <summary>Completes when the run is over, and then holds the gate; null when it is over by now.</summary>
    public Task? Await(ClockGate gate)
    {
        EndWaiter waiter = new(gate.Enter);
        lock (_lock)
        {
            if (_isOver)
                return null;
            _waiters.Add(waiter);
        }

        return waiter.Task;
    }

    public void End()
    {
        lock (_lock)
            _isOver = true;
        foreach (EndWaiter waiter in _waiters)
        {
            waiter.Resume();
            waiter.TrySetResult(null!);
        }
    }
}
