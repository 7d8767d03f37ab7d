namespace Compiled.Testing;

/// <summary>A timer on a virtual clock.</summary>
internal sealed class VirtualTimer(VirtualTimeProvider clock, TimerCallback callback, object? state, bool isSleeper) : ITimer
{
    private TimeSpan _period = Timeout.InfiniteTimeSpan;
    private bool _isSet, _isDisposed;

    /// <summary>Counts the settings; an entry of the clock's queue with another number is out of date.</summary>
    public int Version;

    /// <summary>What it is for, where an execution set it.</summary>
    public TimerKind Kind { get; init; }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        if (_isDisposed)
            return false;
        _period = period;
        clock.Enqueue(this, dueTime);
        Set(dueTime != Timeout.InfiniteTimeSpan);
        return true;
    }

    public void Fire()
    {
        // The handler that slept is at work again before it runs, so that the clock waits for it.
        if (_period > TimeSpan.Zero)
            clock.Enqueue(this, _period);
        else
            Set(false);
        callback(state);
    }

    public void Dispose()
    {
        if (_isDisposed)
            return;
        _isDisposed = true;
        clock.Enqueue(this, Timeout.InfiniteTimeSpan);
        Set(false);
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return default;
    }

    private void Set(bool isSet)
    {
        if (!isSleeper || _isSet == isSet)
            return;
        _isSet = isSet;
        clock.CountSleeper(isSet ? 1 : -1);
    }
}
