using System.Diagnostics;

namespace Compiled.Benchmarks.Durable;

/// <summary>Puts a load on whatever takes steps in.</summary>
internal sealed class LoadRun(JournalLoad load, Action<LoadClient> handIn)
{
    private readonly CountdownEvent _left = new(load.Concurrent);
    private long _lastExecution;
    private volatile bool _isMeasured, _isOver;

    public JournalLoad Load => load;

    public bool IsMeasured => _isMeasured;

    public bool IsOver => _isOver;

    public void HandIn(LoadClient client) => handIn(client);

    public long NextExecution() => Interlocked.Increment(ref _lastExecution);

    public void Left() => _left.Signal();

    public JournalFigures Measure()
    {
        LoadClient[] clients = [.. Enumerable.Range(0, load.Concurrent).Select(_ => new LoadClient(this))];
        foreach (LoadClient client in clients)
            ThreadPool.UnsafeQueueUserWorkItem(client, preferLocal: false);
        Thread.Sleep(load.Duration / 5);
        _isMeasured = true;
        (long from, TimeSpan used) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        Thread.Sleep(load.Duration);
        TimeSpan lasted = Stopwatch.GetElapsedTime(from);
        used = Environment.CpuUsage.TotalTime - used;
        _isMeasured = false;
        _isOver = true;
        _left.Wait();
        List<long> latencies = [.. clients.SelectMany(static client => client.Latencies).Order()];
        return new JournalFigures(latencies.Count / lasted.TotalSeconds, At(latencies, 0.5), At(latencies, 0.99), used / Math.Max(1, latencies.Count));
    }

    private static TimeSpan At(List<long> sorted, double share)
        => sorted.Count == 0 ? TimeSpan.Zero : Stopwatch.GetElapsedTime(0, sorted[(int)(share * (sorted.Count - 1))]);
}
