using Compiled.MapRuns;

namespace Compiled.Durable.Engine;

/// <summary>How much is going on in the process: runs at work, steps on their way to the disk, handlers at work.</summary>
internal sealed class WorkCount
{
    private readonly Lock _lock = new();
    private TaskCompletionSource? _none;
    private BusyCount _count;

    /// <summary>How much goes on now.</summary>
    public int Count => _count.Count;

    /// <summary>Tells whether something has begun or ended since another.</summary>
    public long Mark => _count.Mark;

    public void Begin() => _count.Begin();

    public void End()
    {
        if (!_count.End())
            return;
        lock (_lock)
        {
            _none?.TrySetResult();
            _none = null;
        }
    }

    /// <summary>Completes when nothing goes on, or quietly when the token is cancelled.</summary>
    public async Task NoneAsync(CancellationToken cancellationToken)
    {
        while (Count > 0 && !cancellationToken.IsCancellationRequested)
        {
            Task none;
            lock (_lock)
            {
                if (Count == 0)
                    return;
                none = (_none ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
            }

            await none.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
