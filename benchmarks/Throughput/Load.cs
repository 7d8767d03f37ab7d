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
    private volatile bool _refills, _keepsMoments;

    public Load(HostedWorkload workload, int workers)
    {
        (_workload, _workers) = (workload, workers);
        _host = new ExpressHost(new ExpressHostOptions { WorkerCount = workers, QueueCapacity = 1_000_000, Outputs = OutputOf, Ended = OnEnded }).Add(workload.Machine);
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

    /// <summary>Starts executions at equal distances, on this thread, which does nothing else.</summary>
    /// <param name="time">How long.</param>
    /// <param name="perSecond">How many.</param>
    /// <param name="load">What part of what the host can do that is.</param>
    /// <param name="latencies">Of all, and of those that nothing disturbed.</param>
    public Slice Pace(TimeSpan time, double perSecond, double load, out PacedLatencies latencies)
    {
        Pacer pacer = new();
        _keepsMoments = true;
        Slice slice = Measure(time, until => pacer.Run(until, perSecond, Start));
        _keepsMoments = false;
        Moments moments = new();
        foreach (Tally tally in _tallies.Values)
            moments.Add(tally.Moments);
        latencies = PacedLatencies.Of(slice.Latencies, moments, pacer.Stalls, load);
        return slice;
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private Slice Measure(TimeSpan time, Action<TimeSpan> work)
    {
        foreach (Tally tally in _tallies.Values)
            tally.Clear();
        SliceClock clock = new();
        work(time);
        // A count of our own would be one more place that all threads write to.
        SpinWait.SpinUntil(() => _host.QueuedCount + _host.RunningCount == 0);
        LatencyHistogram latencies = new();
        foreach (Tally tally in _tallies.Values)
            latencies.Add(tally.Latencies);
        return clock.End(latencies);
    }

    private void Start()
    {
        ValueTask<ExpressExecution> start = _host.StartAsync(_workload.Name, _workload.Input.AsMemory());
        if (!start.IsCompletedSuccessfully)
            throw new InvalidOperationException("The queue of the host is full: it can't keep up with the load.");
        start.GetAwaiter().GetResult();
    }

    private JsonBuffer OutputOf(ExpressExecution execution)
    {
        JsonBuffer written = _tallies.Value!.Written;
        written.Clear();
        return written;
    }

    private void OnEnded(ExpressExecution execution, ExecutionResult result)
    {
        if (result.Status != ExecutionStatus.Succeeded)
            Environment.FailFast($"{_workload.Name} ended {result.Status}: {result.Error}: {result.Cause}");
        Tally tally = _tallies.Value!;
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        tally.Latencies.Add(now - execution.StartDate);
        if (_keepsMoments)
            tally.Moments.Add(execution.StartDate.UtcTicks, now.UtcTicks);
        if (_refills)
            Start();
    }

    /// <summary>What one thread saw end.</summary>
    private sealed class Tally
    {
        public JsonBuffer Written { get; } = new();

        public LatencyHistogram Latencies { get; private set; } = new();

        public Moments Moments { get; } = new();

        public void Clear()
        {
            Latencies = new LatencyHistogram();
            Moments.Clear();
        }
    }
}
