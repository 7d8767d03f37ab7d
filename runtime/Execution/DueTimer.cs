using Compiled.Testing;

namespace Compiled.Execution;

/// <summary>A timer for any length of time, which never fires early: it is renewed for what a system timer can't take at once.</summary>
internal sealed class DueTimer : IDisposable
{
    // System.Threading.Timer takes at most about 49.7 days.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(49);

    private readonly TimeProvider _time;
    private readonly Action _fired;
    private readonly ITimer _timer;
    private long _dueTicks;

    public DueTimer(TimeProvider time, DateTimeOffset due, Action fired, TimerKind kind = TimerKind.Effect)
    {
        _time = time;
        _fired = fired;
        _timer = Create(time, static state => ((DueTimer)state!).OnTimer(), this, kind);
        Arm(due);
    }

    /// <summary>Starts again; any thread may call.</summary>
    public void Arm(DateTimeOffset due)
    {
        Volatile.Write(ref _dueTicks, due.UtcTicks);
        Arm(due - _time.GetUtcNow());
    }

    public void Dispose() => _timer.Dispose();

    /// <summary>A time from now, as far as there are dates.</summary>
    public static DateTimeOffset After(TimeProvider time, double seconds)
    {
        DateTimeOffset now = time.GetUtcNow();
        return seconds < (DateTimeOffset.MaxValue - now).TotalSeconds - 1 ? now + TimeSpan.FromSeconds(seconds) : DateTimeOffset.MaxValue;
    }

    private void Arm(TimeSpan left)
        => _timer.Change(left <= TimeSpan.Zero ? TimeSpan.Zero : left < Longest ? left : Longest, Timeout.InfiniteTimeSpan);

    private void OnTimer()
    {
        TimeSpan left = new DateTimeOffset(Volatile.Read(ref _dueTicks), TimeSpan.Zero) - _time.GetUtcNow();
        if (left > TimeSpan.Zero)
            Arm(left < TimeSpan.FromMilliseconds(1) ? TimeSpan.FromMilliseconds(1) : left);
        else
            _fired();
    }

    private static ITimer Create(TimeProvider time, TimerCallback callback, object state, TimerKind kind)
    {
        if (time is VirtualTimeProvider clock)
            return clock.CreateHostTimer(callback, state, kind);
        // A timer would otherwise keep the caller's async locals for as long as it lives.
        if (ExecutionContext.IsFlowSuppressed())
            return time.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        using (ExecutionContext.SuppressFlow())
            return time.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }
}
