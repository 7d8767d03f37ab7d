using System.Diagnostics;

namespace Compiled.Benchmarks.Throughput;

/// <summary>Takes the times of a slice, from when it is made to when it is asked.</summary>
internal sealed class SliceClock
{
    private readonly int[] _collections = [.. Enumerable.Range(0, 3).Select(GC.CollectionCount)];
    private readonly TimeSpan _paused = GC.GetTotalPauseDuration();
    private readonly long _allocated = GC.GetTotalAllocatedBytes(precise: true);
    private readonly TimeSpan _processor = Environment.CpuUsage.TotalTime;
    private readonly long _began = Stopwatch.GetTimestamp();

    public Slice End(LatencyHistogram latencies)
    {
        TimeSpan lasted = Stopwatch.GetElapsedTime(_began), processor = Environment.CpuUsage.TotalTime - _processor;
        return new Slice(latencies, lasted, processor, GC.GetTotalAllocatedBytes(precise: true) - _allocated)
        {
            Collections = [.. _collections.Select(static (before, generation) => GC.CollectionCount(generation) - before)],
            Paused = GC.GetTotalPauseDuration() - _paused,
        };
    }
}
