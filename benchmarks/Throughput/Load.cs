using System.Diagnostics;
using Compiled.Hosting;
using Compiled.Values;

namespace Compiled.Benchmarks.Throughput;

/// <summary>What keeps a host at work and counts what ends, each thread into a place of its own.</summary>
internal sealed class Load : IAsyncDisposable
{
    // So many executions are under way or queued for each worker when the host is kept full.
    private const int PerWorker = 64;

    private readonly HostedWorkload _workload;
    private readonly ExpressHost _host;
    private readonly ThreadLocal<Tally> _tallies = new(static () => new Tally(), trackAllValues: true);
    private readonly int _workers;
    private volatile bool _refills;
    private long _open;

    public Load(HostedWorkload workload, int workers)
    {
        (_workload, _workers) = (workload, workers);
        _host = new ExpressHost(new ExpressHostOptions { WorkerCount = workers, Ended = OnEnded }).Add(workload.Machine);
    }

    /// <summary>Starts an execution for each that ends, for a while.</summary>
    public Slice Fill(TimeSpan time)
    {
        _refills = true;
        return Measure(time, until =>
        {
            for (int started = 0; started < _workers * PerWorker; started++)
                Start();
            Thread.Sleep(until);
            _refills = false;
        });
    }

    /// <summary>Starts executions at equal distances, on this thread, which does nothing else. What is late is started at once.</summary>
    public Slice Pace(TimeSpan time, double perSecond) => Measure(time, until =>
    {
        double ticks = Stopwatch.Frequency / perSecond;
        long began = Stopwatch.GetTimestamp(), count = (long)(until.TotalSeconds * perSecond);
        for (long started = 0; started < count; started++)
        {
            while (Stopwatch.GetTimestamp() - began < started * ticks)
                Thread.Yield();
            Start();
        }
    });

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private Slice Measure(TimeSpan time, Action<TimeSpan> work)
    {
        foreach (Tally tally in _tallies.Values)
            tally.Clear();
        int[] collections = [.. Enumerable.Range(0, 3).Select(GC.CollectionCount)];
        long allocated = GC.GetTotalAllocatedBytes(precise: true);
        TimeSpan processor = Environment.CpuUsage.TotalTime;
        long began = Stopwatch.GetTimestamp();
        work(time);
        SpinWait.SpinUntil(() => Volatile.Read(ref _open) == 0);
        TimeSpan lasted = Stopwatch.GetElapsedTime(began);
        processor = Environment.CpuUsage.TotalTime - processor;
        allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        LatencyHistogram latencies = new();
        foreach (Tally tally in _tallies.Values)
            latencies.Add(tally.Latencies);
        return new Slice(latencies, lasted, processor, allocated, [.. collections.Select(static (before, generation) => GC.CollectionCount(generation) - before)]);
    }

    private void Start()
    {
        Interlocked.Increment(ref _open);
        ValueTask<ExpressExecution> start = _host.StartAsync(_workload.Name, JsonValue.Parse(_workload.Input));
        if (!start.IsCompletedSuccessfully)
            throw new InvalidOperationException("The queue of the host is full: it can't keep up with the load.");
        start.GetAwaiter().GetResult();
    }

    private void OnEnded(ExpressExecution execution, ExecutionResult result)
    {
        if (result.Status != ExecutionStatus.Succeeded)
            Environment.FailFast($"{_workload.Name} ended {result.Status}: {result.Error}: {result.Cause}");
        Tally tally = _tallies.Value!;
        tally.Written.Clear();
        result.Output.Write(tally.Written);
        tally.Latencies.Add(TimeProvider.System.GetUtcNow() - execution.StartDate);
        if (_refills)
            Start();
        Interlocked.Decrement(ref _open);
    }

    /// <summary>What one thread saw end.</summary>
    private sealed class Tally
    {
        public JsonBuffer Written { get; } = new();

        public LatencyHistogram Latencies { get; private set; } = new();

        public void Clear() => Latencies = new LatencyHistogram();
    }
}
