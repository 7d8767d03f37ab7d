namespace Compiled.Durable.Engine;

/// <summary>Who waits for which execution to end in this process.</summary>
internal sealed class EndWaiters
{
    private readonly Lock _lock = new();
    private readonly Dictionary<long, List<EndWaiter>> _waiters = [];

    public EndWaiter Add(long execution, Action? resumed = null)
    {
        EndWaiter waiter = new(resumed);
        lock (_lock)
        {
            if (!_waiters.TryGetValue(execution, out List<EndWaiter>? waiters))
                _waiters.Add(execution, waiters = []);
            waiters.Add(waiter);
        }

        return waiter;
    }

    public void Remove(long execution, EndWaiter waiter)
    {
        lock (_lock)
        {
            if (_waiters.TryGetValue(execution, out List<EndWaiter>? waiters) && waiters.Remove(waiter) && waiters.Count == 0)
                _waiters.Remove(execution);
        }
    }

    public void Ended(long execution, ExecutionResult result)
    {
        foreach (EndWaiter waiter in Take(execution))
        {
            waiter.Resume();
            waiter.TrySetResult(result);
        }
    }

    public void Broken(long execution, Exception bug)
    {
        foreach (EndWaiter waiter in Take(execution))
        {
            waiter.Resume();
            waiter.TrySetException(bug);
        }
    }

    private List<EndWaiter> Take(long execution)
    {
        lock (_lock)
            return _waiters.Remove(execution, out List<EndWaiter>? waiters) ? waiters : [];
    }
}
