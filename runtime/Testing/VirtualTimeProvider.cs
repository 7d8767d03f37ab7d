namespace Compiled.Testing;

/// <summary>
/// A clock that stands still until it is told to go on, with timers of its own: a Wait of a year takes no time. With
/// <see cref="AutoAdvance"/> an execution moves the clock to its next timer by itself, whenever it has nothing else to do.
/// </summary>
public sealed class VirtualTimeProvider : TimeProvider
{
    // Beside the ticks, which are never negative.
    private const long HasTimers = long.MinValue;

    private readonly Lock _lock = new();
    private readonly PriorityQueue<(VirtualTimer Timer, int Version), (long Due, long Order)> _queue = new();

    // The time, and whether a timer may be set: while none is, who finds the clock as it was moves it without the lock.
    private long _state, _order;
    private int _sleepers, _holds;

    /// <summary>Starts the clock at a time; 2024-01-01T00:00:00Z unless said.</summary>
    public VirtualTimeProvider(DateTimeOffset? start = null)
        => _state = (start ?? new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero)).UtcTicks;

    /// <summary>
    /// An execution on this clock moves it when nothing but timers can go on. Handlers that are at work hold it back, unless they
    /// sleep on this clock (<c>Task.Delay(delay, context.TimeProvider)</c>) or wait for <see cref="Never"/>.
    /// </summary>
    public bool AutoAdvance { get; init; }

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    internal event Action? SleeperChanged;

    /// <summary>How many timers of handlers, and not of executions, are set: as many handlers sleep.</summary>
    internal int Sleepers => Volatile.Read(ref _sleepers);

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => new(Ticks, TimeSpan.Zero);

    /// <inheritdoc/>
    public override long GetTimestamp() => Ticks;

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        VirtualTimer timer = new(this, callback, state, isSleeper: true);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Goes on by a time, firing the timers on the way, each at its own time, on this thread.</summary>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        long until = Ticks + by.Ticks;
        while (TryFireNext(until))
        {
        }

        lock (_lock)
            MoveTo(until);
    }

    /// <summary>Goes on to the next timer and fires it, with all that are due at the same time; false when no timer is set.</summary>
    public bool AdvanceToNextTimer() => AdvanceToNextTimer(alsoToLimits: true);

    /// <summary>As <see cref="AdvanceToNextTimer()"/>, or not when the next timer is only the limit of an execution's type.</summary>
    internal bool AdvanceToNextTimer(bool alsoToLimits)
    {
        if (!TryFireNext(long.MaxValue, alsoToLimits))
            return false;
        long now = Ticks;
        while (TryFireNext(now))
        {
        }

        return true;
    }

    /// <summary>A task that ends only by cancellation, for a handler that never answers. The clock doesn't wait for it.</summary>
    public Task Never(CancellationToken cancellationToken)
    {
        TaskCompletionSource source = new(TaskCreationOptions.RunContinuationsAsynchronously);
        CountSleeper(1);
        cancellationToken.UnsafeRegister(static (state, token) =>
        {
            (VirtualTimeProvider clock, TaskCompletionSource source) = ((VirtualTimeProvider, TaskCompletionSource))state!;
            clock.CountSleeper(-1);
            source.TrySetCanceled(token);
        }, (this, source));
        return source.Task;
    }

    /// <summary>Goes on to a time when no timer is set before it and no handler sleeps.</summary>
    internal bool TryPass(long due)
    {
        if (_sleepers != 0 || _holds != 0)
            return false;
        long state = Volatile.Read(ref _state);
        return state >= 0 && Interlocked.CompareExchange(ref _state, Math.Max(state, due), state) == state || TryPassTimers(due);
    }

    /// <summary>Executions don't move the clock: one is being started by the handler of another, which goes on at the same time.</summary>
    internal bool IsHeld => Volatile.Read(ref _holds) != 0;

    internal void Hold() => Interlocked.Increment(ref _holds);

    internal void Release()
    {
        Interlocked.Decrement(ref _holds);
        SleeperChanged?.Invoke();
    }

    internal ITimer CreateHostTimer(TimerCallback callback, object state, TimerKind kind)
        => new VirtualTimer(this, callback, state, isSleeper: false) { Kind = kind };

    internal void CountSleeper(int change)
    {
        Interlocked.Add(ref _sleepers, change);
        SleeperChanged?.Invoke();
    }

    internal int Enqueue(VirtualTimer timer, TimeSpan due)
    {
        lock (_lock)
        {
            int version = ++timer.Version;
            if (due != Timeout.InfiniteTimeSpan)
            {
                // From here on the clock stands still for those without the lock.
                long now = Interlocked.Or(ref _state, HasTimers) & ~HasTimers;
                _queue.Enqueue((timer, version), (now + due.Ticks, timer.Kind == TimerKind.Effect ? _order++ : long.MinValue + _order++));
            }

            return version;
        }
    }

    private bool TryFireNext(long until, bool alsoLimits = true)
    {
        VirtualTimer timer;
        lock (_lock)
        {
            DropOutdated();
            if (!_queue.TryPeek(out (VirtualTimer Timer, int Version) first, out (long Due, long Order) key) || key.Due > until
                || first.Timer.Kind == TimerKind.LimitOfType && !alsoLimits)
                return false;
            _queue.Dequeue();
            MoveTo(key.Due);
            timer = first.Timer;
        }

        timer.Fire();
        return true;
    }

    private bool TryPassTimers(long due)
    {
        lock (_lock)
        {
            DropOutdated();
            if (_queue.TryPeek(out _, out (long Due, long Order) first) && first.Due <= due)
                return false;
            MoveTo(due);
            return true;
        }
    }

    // A timer that was changed or disposed leaves its old entry in the queue. Asked for with the lock, as all that follows.
    private void DropOutdated()
    {
        while (_queue.TryPeek(out (VirtualTimer Timer, int Version) next, out _) && next.Timer.Version != next.Version)
            _queue.Dequeue();
        if (_queue.Count == 0)
            Interlocked.And(ref _state, ~HasTimers);
    }

    private void MoveTo(long ticks)
    {
        long state = Volatile.Read(ref _state), before;
        do
        {
            before = state;
            long moved = Math.Max(before & ~HasTimers, ticks) | (before & HasTimers);
            state = Interlocked.CompareExchange(ref _state, moved, before);
        }
        while (state != before);
    }

    private long Ticks => Volatile.Read(ref _state) & ~HasTimers;
}
