namespace Compiled.Events.Tests;

/// <summary>
/// A clock on which nobody waits: every timer fires at once, and the time goes on by as much. Timers of 10 seconds are timeouts, which fire only when told to.
/// </summary>
internal sealed class EagerClock(bool firesTimeouts = false) : TimeProvider
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(10);

    private DateTimeOffset _now = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>What was waited for, timeouts apart.</summary>
    public List<double> Delays { get; } = [];

    public override DateTimeOffset GetUtcNow() => _now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        bool isTimeout = dueTime == s_timeout;
        if (!isTimeout && dueTime >= TimeSpan.Zero)
        {
            Delays.Add(dueTime.TotalSeconds);
            _now += dueTime;
        }

        if (dueTime >= TimeSpan.Zero && (!isTimeout || firesTimeouts))
            ThreadPool.QueueUserWorkItem(_ => callback(state));
        return new Fired();
    }

    private sealed class Fired : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
