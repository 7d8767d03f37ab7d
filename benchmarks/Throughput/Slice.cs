namespace Compiled.Benchmarks.Throughput;

/// <summary>What ran in a while.</summary>
/// <param name="Latencies">From acceptance to end, of each execution.</param>
/// <param name="Time">How long it lasted.</param>
/// <param name="Processor">The processor time of all threads.</param>
/// <param name="Allocated">Bytes.</param>
internal sealed record Slice(LatencyHistogram Latencies, TimeSpan Time, TimeSpan Processor, long Allocated)
{
    /// <summary>Garbage collections of generations 0, 1 and 2, each with those above.</summary>
    public required int[] Collections { get; init; }

    /// <summary>How long collections held all threads up.</summary>
    public required TimeSpan Paused { get; init; }

    public double PerSecond => Latencies.Count / Time.TotalSeconds;

    /// <summary>Processor time of an execution.</summary>
    public TimeSpan Each => Processor / Math.Max(1, Latencies.Count);

    public double BytesEach => Allocated / (double)Math.Max(1, Latencies.Count);
}
