using Compiled.Durable.Journal;
using Compiled.Execution;

namespace Compiled.Durable.Engine;

/// <summary>
/// Wakes executions at their times. Those of the next minute are in memory; what lies beyond stands in the store and is looked up when it comes
/// near, so that a million executions that wait for a year cost nothing.
/// </summary>
internal sealed class Alarms : IDisposable
{
    private static readonly long s_window = TimeSpan.FromSeconds(60).Ticks, s_lead = TimeSpan.FromSeconds(20).Ticks;

    private readonly Engine _engine;
    private readonly Lock _lock = new();
    private readonly PriorityQueue<long, long> _queue = new();
    private readonly DueTimer _timer;
    private long _setTicks = long.MaxValue, _knownUntil = long.MinValue, _nextLook = long.MinValue;
    private bool _isDisposed;

    public Alarms(Engine engine)
    {
        _engine = engine;
        _timer = new DueTimer(engine.Time, DateTimeOffset.MaxValue, OnTimer);
    }

    /// <summary>Looks up what is due next in the store; called once, when the host starts.</summary>
    public void Start() => Look();

    /// <summary>Sees to it that the execution wakes at its next time.</summary>
    public void Arm(long execution, long dueTicks)
    {
        if (dueTicks == long.MaxValue || _engine.Options.BeginsNothing)
            return;
        lock (_lock)
        {
            if (dueTicks <= _knownUntil)
                _queue.Enqueue(execution, dueTicks);
            else
                _nextLook = Math.Min(_nextLook, dueTicks - s_lead);
            Set();
        }
    }

    public void Dispose()
    {
        lock (_lock)
            _isDisposed = true;
        _timer.Dispose();
    }

    private void OnTimer()
    {
        long now = _engine.NowTicks;
        List<long> due = [];
        bool looks;
        lock (_lock)
        {
            _setTicks = long.MaxValue;
            while (_queue.TryPeek(out long execution, out long ticks) && ticks <= now)
            {
                _queue.Dequeue();
                due.Add(execution);
            }

            looks = _nextLook <= now;
            if (!looks)
                Set();
        }

        if (looks)
            Look();
        foreach (long execution in due)
        {
            _engine.Work.Begin();
            ThreadPool.UnsafeQueueUserWorkItem(static wake => wake._engine.Wake(wake.execution), (_engine, execution), preferLocal: false);
        }
    }

    // Reads what is due in the coming minute, and when to read again.
    private void Look()
    {
        long until = _engine.NowTicks + s_window;
        lock (_lock)
            (_knownUntil, _nextLook) = (until, long.MaxValue);
        try
        {
            foreach (ParkedExecution parked in _engine.Store.ListParked(until, int.MaxValue))
                Arm(parked.Execution, parked.DueTicks);
            Arm(0, _engine.Store.NextParkedAfter(until) ?? long.MaxValue);
        }
        catch (JournalUnavailableException)
        {
            lock (_lock)
                _nextLook = _engine.NowTicks + TimeSpan.TicksPerSecond;
        }

        foreach (Run run in _engine.Runs.InMemory)
            Arm(run.Id, run.NextDueTicks);
        lock (_lock)
            Set();
    }

    private void Set()
    {
        long first = Math.Min(_nextLook, _queue.TryPeek(out _, out long ticks) ? ticks : long.MaxValue);
        if (first >= _setTicks || _isDisposed)
            return;
        _setTicks = first;
        _timer.Arm(new DateTimeOffset(Math.Max(first, 0), TimeSpan.Zero));
    }
}
