using System.Collections.Concurrent;

namespace Compiled.Hosting;

/// <summary>Places in a bounded queue. Who finds none may wait; places that come free go to those who wait, in their order.</summary>
/// <remarks>
/// A worker keeps a place or two that came free with it, for what it starts itself: so processors needn't take turns at one number. Whoever finds no other place takes a kept one, and nothing
/// is kept while anybody waits.
/// </remarks>
/// <param name="capacity">How many places there are.</param>
/// <param name="workers">How many workers may keep some.</param>
internal sealed class Room(int capacity, int workers)
{
    private const int MostKept = 2;

    // What workers write to stands on lines of its own, of 128 bytes, since processors fetch two of 64 together.
    private const int Apart = 32;

    private readonly int _capacity = capacity;
    private readonly int[] _kept = new int[(workers + 1) * Apart];

    // Below zero as many wait.
    private int _free = capacity;
    private readonly ConcurrentQueue<Waiter> _waiters = new();

    /// <summary>How many places are taken.</summary>
    public int Taken
    {
        get
        {
            int kept = 0;
            for (int worker = 0; worker < workers; worker++)
                kept += Volatile.Read(ref Kept(worker));
            return Math.Max(0, TakenAndKept - kept);
        }
    }

    /// <summary>The same, counting those that workers keep: quick to tell, and no less.</summary>
    public int TakenAndKept => _capacity - Math.Max(0, Volatile.Read(ref _free));

    /// <summary>Takes a place, if there is one.</summary>
    /// <param name="worker">The number of the worker that asks; below zero for others.</param>
    public bool TryEnter(int worker)
    {
        if (worker >= 0 && TryTakeKept(worker))
            return true;
        for (int free = Volatile.Read(ref _free); free > 0;)
        {
            int before = Interlocked.CompareExchange(ref _free, free - 1, free);
            if (before == free)
                return true;
            free = before;
        }

        for (int other = 0; other < workers; other++)
        {
            if (TryTakeKept(other))
                return true;
        }

        return false;
    }

    /// <summary>Waits for a place. <see cref="OperationCanceledException"/> when the token is cancelled before there is one.</summary>
    public ValueTask EnterAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (Interlocked.Decrement(ref _free) >= 0)
            return default;
        Waiter waiter = new();
        _waiters.Enqueue(waiter);
        // A worker that keeps a place from now on sees that somebody waits; one that did before has not.
        for (int worker = 0; worker < workers; worker++)
        {
            while (TryTakeKept(worker))
                Leave();
        }

        return cancellationToken.CanBeCanceled ? WaitAsync(waiter, cancellationToken) : new ValueTask(waiter.Task);
    }

    /// <summary>Gives a place back that came free with a worker.</summary>
    public void LeaveTo(int worker)
    {
        ref int kept = ref Kept(worker);
        if (Volatile.Read(ref _free) < 0 || Volatile.Read(ref kept) >= MostKept)
        {
            Leave();
            return;
        }

        Interlocked.Increment(ref kept);
        if (Volatile.Read(ref _free) < 0 && TryTakeKept(worker))
            Leave();
    }

    public void Leave()
    {
        if (Interlocked.Increment(ref _free) > 0)
            return;
        Waiter? waiter;
        // Who counted himself is about to be in the queue, if he isn't yet.
        while (!_waiters.TryDequeue(out waiter))
            Thread.SpinWait(1);
        if (!waiter.TrySetResult())
            Leave();
    }

    private ref int Kept(int worker) => ref _kept[(worker + 1) * Apart];

    private bool TryTakeKept(int worker)
    {
        ref int kept = ref Kept(worker);
        for (int seen = Volatile.Read(ref kept); seen > 0;)
        {
            int before = Interlocked.CompareExchange(ref kept, seen - 1, seen);
            if (before == seen)
                return true;
            seen = before;
        }

        return false;
    }

    private static async ValueTask WaitAsync(Waiter waiter, CancellationToken cancellationToken)
    {
        await using (cancellationToken.UnsafeRegister(static (waiter, token) => ((Waiter)waiter!).TrySetCanceled(token), waiter).ConfigureAwait(false))
            await waiter.Task.ConfigureAwait(false);
    }

    private sealed class Waiter() : TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
}
