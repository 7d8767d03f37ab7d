namespace Compiled.Benchmarks.Throughput;

/// <summary>What a host did in a while.</summary>
/// <param name="Latencies">From acceptance to end, of each execution.</param>
/// <param name="Time">How long it lasted.</param>
/// <param name="Processor">The processor time of all threads.</param>
/// <param name="Allocated">Bytes.</param>
/// <param name="Collections">Garbage collections of generations 0, 1 and 2, each with those above.</param>
internal sealed record Slice(LatencyHistogram Latencies, TimeSpan Time, TimeSpan Processor, long Allocated, int[] Collections)
{
    public double PerSecond => Latencies.Count / Time.TotalSeconds;

    /// <summary>Processor time of an execution.</summary>
    public TimeSpan Each => Processor / Math.Max(1, Latencies.Count);

    public double BytesEach => Allocated / (double)Math.Max(1, Latencies.Count);
}
