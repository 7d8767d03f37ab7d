namespace Compiled.Hosting;

/// <summary>
/// The queue of asynchronous starts and those who take from it. A worker is a work item of the thread pool, there while there is work; it runs an execution as far as it gets
/// without waiting, and takes the next.
/// </summary>
internal sealed class ExpressWorkers(ExpressHostOptions options, Action changed) : IThreadPoolWorkItem
{
    // After as many executions a worker goes to the end of the pool's queue, if there is one: what handlers go on with waits there too.
    private const int Turn = 64;

    private readonly WorkerQueues _queue = new(options.WorkerCount);
    private readonly Patience _patience = new();
    private readonly List<ExpressExecution> _abandoned = [];
    private volatile bool _isAbandoned;
    private int _active, _running;

    public Room Room { get; } = new(options.QueueCapacity, options.WorkerCount);

    public int Queued => Room.Taken;

    /// <summary>Takes a place for a start, if there is one.</summary>
    public bool TryEnter() => Room.TryEnter(_queue.Here);

    /// <summary>Executions under way; a worker counts as one while it looks for the next.</summary>
    public int Running => Volatile.Read(ref _running);

    // An execution counts as running before it leaves the queue; looked at in the other order it could be missed in both.
    public bool IsEmpty => Queued == 0 && Running == 0;

    /// <summary>Adds an execution, for which there is room.</summary>
    public void Add(ExpressExecution execution)
    {
        _queue.Enqueue(execution);
        // Either the last worker that leaves sees the execution, or this sees that the worker has left.
        Interlocked.MemoryBarrier();
        if (_isAbandoned)
            Abandon();
        else if (!_patience.IsLooking)
            Wake();
    }

    /// <summary>Gives back the place of a start that came to nothing.</summary>
    public void Leave()
    {
        Room.Leave();
        changed();
    }

    /// <summary>An execution has ended that its worker didn't wait for.</summary>
    public void Returned()
    {
        Interlocked.Decrement(ref _running);
        if (HasWork)
            Wake();
        changed();
    }

    /// <summary>Takes what no worker has taken out of the queue; workers take no more.</summary>
    public IReadOnlyList<ExpressExecution> Abandon()
    {
        _isAbandoned = true;
        Interlocked.MemoryBarrier();
        lock (_abandoned)
        {
            while (_queue.TryDequeue(out ExpressExecution? execution))
            {
                _abandoned.Add(execution);
                Room.Leave();
            }
        }

        changed();
        return _abandoned;
    }

    void IThreadPoolWorkItem.Execute()
    {
        bool hasLooked = false;
        WorkerQueue own = _queue.Enter();
        while (!Work(own, hasLooked))
        {
            hasLooked = _patience.Look(this);
            if (hasLooked)
                continue;
            WorkerQueues.Leave(own);
            Interlocked.Decrement(ref _active);
            changed();
            // What came between the look into the queue and the leave, its producer left to the workers that he saw.
            if (!HasWork || !TryActivate())
                return;
            own = _queue.Enter();
        }

        WorkerQueues.Leave(own);
        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    /// <summary>Runs what is queued; false when there is no more to do, true when it is the turn of others.</summary>
    private bool Work(WorkerQueue own, bool hasLooked)
    {
        // One place among the running is the worker's own, for one execution after the other; one that goes on by itself keeps it.
        bool hasPlace = false;
        for (uint turn = 1; ; turn++)
        {
            if (!hasPlace && !TryAdd(ref _running, options.MaxConcurrency))
                return false;
            hasPlace = true;
            if (_isAbandoned || !_queue.TryDequeue(own, turn, out ExpressExecution? execution))
            {
                Interlocked.Decrement(ref _running);
                return false;
            }

            Room.LeaveTo(own.Number);
            // Who added while a worker looked has woken no other.
            if (hasLooked && turn == 1 && HasWork)
                Wake();
            hasPlace = execution.Begin();
            // To go to the end of an empty queue would wake another thread for nothing.
            if (turn % Turn == 0 && ThreadPool.PendingWorkItemCount > 0)
                break;
        }

        if (hasPlace)
            Interlocked.Decrement(ref _running);
        return true;
    }

    /// <summary>A worker would find something to do.</summary>
    internal bool HasWork => !_isAbandoned && !_queue.IsEmpty && Running < options.MaxConcurrency;

    private void Wake()
    {
        if (TryActivate())
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    private bool TryActivate() => TryAdd(ref _active, options.WorkerCount);

    private static bool TryAdd(ref int count, int limit)
    {
        for (int seen = Volatile.Read(ref count); seen < limit;)
        {
            int before = Interlocked.CompareExchange(ref count, seen + 1, seen);
            if (before == seen)
                return true;
            seen = before;
        }

        return false;
    }
}
