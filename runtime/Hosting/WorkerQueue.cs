using System.Collections.Concurrent;

namespace Compiled.Hosting;

/// <summary>One worker's queue of <see cref="WorkerQueues"/>: only the thread that is in it adds to it, any worker takes out of it.</summary>
internal sealed class WorkerQueue(WorkerQueues queues, int number)
{
    private int _isTaken;

    public WorkerQueues Queues { get; } = queues;

    public int Number { get; } = number;

    public ConcurrentQueue<ExpressExecution> Starts { get; } = new();

    public bool TryEnter() => Interlocked.Exchange(ref _isTaken, 1) == 0;

    public void Leave() => Volatile.Write(ref _isTaken, 0);
}
