using System.Diagnostics;
using Compiled.Values;

namespace Compiled.Benchmarks.Throughput;

/// <summary>
/// The control of the full hosts: as many threads, each of which runs one execution after the other from the same bytes to the same bytes, and nothing between them. What two of them do
/// less than twice one is the machine's and the collector's.
/// </summary>
internal sealed class Loops(HostedWorkload workload, int threads)
{
    public Slice Fill(TimeSpan time)
    {
        LatencyHistogram[] latencies = [.. Enumerable.Range(0, threads).Select(static _ => new LatencyHistogram())];
        SliceClock clock = new();
        Thread[] running = [.. latencies.Select(own => new Thread(() => Run(time, own)))];
        foreach (Thread thread in running)
            thread.Start();
        foreach (Thread thread in running)
            thread.Join();
        LatencyHistogram all = new();
        foreach (LatencyHistogram own in latencies)
            all.Add(own);
        return clock.End(all);
    }

    private void Run(TimeSpan time, LatencyHistogram latencies)
    {
        JsonBuffer written = new();
        long until = Stopwatch.GetTimestamp() + (long)(time.TotalSeconds * Stopwatch.Frequency);
        for (long began = Stopwatch.GetTimestamp(); began < until;)
        {
            // A handler that goes on elsewhere is waited for: the loop has nothing else to do.
            written.Clear();
            ValueTask running = workload.Machine.RunAsync(workload.Input, written);
            if (running.IsCompleted)
                running.GetAwaiter().GetResult();
            else
                running.AsTask().GetAwaiter().GetResult();
            long ended = Stopwatch.GetTimestamp();
            latencies.Add(Stopwatch.GetElapsedTime(began, ended));
            began = ended;
        }
    }
}
