using System.Diagnostics;
using Compiled.Hosting;
using Compiled.Values;

namespace Compiled.Benchmarks.Throughput;

/// <summary>Synchronous starts at equal distances: each runs on the thread that offers it, so that what a caller waits for is the execution and no queue.</summary>
internal sealed class Synchronous(HostedWorkload workload) : IAsyncDisposable
{
    private readonly ExpressHost _host = new ExpressHost().Add(workload.Machine);
    private readonly JsonBuffer _written = new();
    private LatencyHistogram _latencies = new();

    /// <summary>Runs executions for a while.</summary>
    /// <param name="time">How long.</param>
    /// <param name="perSecond">How many.</param>
    /// <returns>The times from the call to the result.</returns>
    public LatencyHistogram Pace(TimeSpan time, double perSecond)
    {
        _latencies = new LatencyHistogram();
        new Pacer().Run(time, perSecond, Run);
        return _latencies;
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private void Run()
    {
        _written.Clear();
        long began = Stopwatch.GetTimestamp();
        ValueTask<ExecutionResult> running = _host.RunAsync(workload.Name, workload.Input, _written);
        // A handler that goes on elsewhere is waited for, as a caller does.
        ExecutionResult result = running.IsCompleted ? running.GetAwaiter().GetResult() : running.AsTask().GetAwaiter().GetResult();
        _latencies.Add(Stopwatch.GetElapsedTime(began));
        if (result.Status != ExecutionStatus.Succeeded)
            Environment.FailFast($"{workload.Name} ended {result.Status}: {result.Error}: {result.Cause}");
    }
}
