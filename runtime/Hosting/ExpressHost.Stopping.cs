namespace Compiled.Hosting;

/// <summary>The end of a host.</summary>
public sealed partial class ExpressHost
{
    private readonly TaskCompletionSource _drained = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _stopLock = new();
    private Task<ExpressStop>? _stop;
    private volatile bool _isStopping;
    private int _aborted;

    /// <summary>
    /// Takes no further starts, and waits for what is queued and under way. After <see cref="ExpressHostOptions.DrainTimeout"/>, or when the token is cancelled, what is under
    /// way is aborted and what is queued is left. A handler that blocks its thread is waited for as long again. A second call tells of the first.
    /// </summary>
    public Task<ExpressStop> StopAsync(CancellationToken cancellationToken = default)
    {
        lock (_stopLock)
            return _stop ??= DrainAsync(cancellationToken);
    }

    private async Task<ExpressStop> DrainAsync(CancellationToken cancellationToken)
    {
        _isStopping = true;
        Interlocked.MemoryBarrier();
        CheckDrained();
        IReadOnlyList<ExpressExecution> unstarted = [];
        bool isDrained = await IsDrainedAsync(cancellationToken).ConfigureAwait(false);
        if (!isDrained)
        {
            unstarted = _workers.Abandon();
            _group.Stop();
            isDrained = await IsDrainedAsync(CancellationToken.None).ConfigureAwait(false);
        }

        foreach (ExpressExecution execution in unstarted)
            execution.Cancel();
        // Once all has ended, who counts as running is a worker that looks for what isn't there.
        int aborted = Volatile.Read(ref _aborted) + (isDrained ? 0 : RunningCount);
        ExpressStop stop = new(unstarted, aborted, AreKept: Options.Queue is not null);
        if (!stop.IsDrained && Options.Logger is { } logger)
            ExpressLog.Stopped(logger, unstarted.Count, stop.Aborted);
        return stop;
    }

    private async ValueTask<bool> IsDrainedAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _drained.Task.WaitAsync(Options.DrainTimeout, _execution.TimeProvider, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (Exception early) when (early is TimeoutException or OperationCanceledException)
        {
            return false;
        }
    }

    private void CheckDrained()
    {
        if (_isStopping && _workers.IsEmpty && Volatile.Read(ref _direct) == 0)
            _drained.TrySetResult();
    }
}
