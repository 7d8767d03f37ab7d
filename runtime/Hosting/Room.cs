using System.Collections.Concurrent;

namespace Compiled.Hosting;

/// <summary>Places in a bounded queue. Who finds none may wait; places that come free go to those who wait, in their order.</summary>
internal sealed class Room(int capacity)
{
    private readonly int _capacity = capacity;

    // Below zero as many wait.
    private int _free = capacity;
    private readonly ConcurrentQueue<Waiter> _waiters = new();

    /// <summary>How many places are taken.</summary>
    public int Taken => _capacity - Math.Max(0, Volatile.Read(ref _free));

    public bool TryEnter()
    {
        for (int free = Volatile.Read(ref _free); free > 0;)
        {
            int before = Interlocked.CompareExchange(ref _free, free - 1, free);
            if (before == free)
                return true;
            free = before;
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
        return cancellationToken.CanBeCanceled ? WaitAsync(waiter, cancellationToken) : new ValueTask(waiter.Task);
    }

    public void Leave(int places = 1)
    {
        int before = Interlocked.Add(ref _free, places) - places;
        for (int waiting = Math.Min(places, -before); waiting > 0;)
        {
            // Who counted himself is about to be in the queue, if he isn't yet.
            if (!_waiters.TryDequeue(out Waiter? waiter))
            {
                Thread.SpinWait(1);
                continue;
            }

            waiting--;
            if (!waiter.TrySetResult())
                Leave();
        }
    }

    private static async ValueTask WaitAsync(Waiter waiter, CancellationToken cancellationToken)
    {
        await using (cancellationToken.UnsafeRegister(static (waiter, token) => ((Waiter)waiter!).TrySetCanceled(token), waiter).ConfigureAwait(false))
            await waiter.Task.ConfigureAwait(false);
    }

    private sealed class Waiter() : TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
}
