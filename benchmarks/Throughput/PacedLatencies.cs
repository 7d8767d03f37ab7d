namespace Compiled.Benchmarks.Throughput;

/// <summary>The latencies of a paced run: of all, of those that no collection touched, and of those that neither a collection touched nor a time in which the machine ran others.</summary>
internal sealed record PacedLatencies(LatencyHistogram All, LatencyHistogram OutsideCollections, LatencyHistogram OutsideStalls)
{
    public static PacedLatencies Of(LatencyHistogram all, Moments moments, IReadOnlyList<Stall> stalls, double load)
        => new(all, moments.Outside(stalls.Where(static stall => stall.IsCollection), load), moments.Outside(stalls, load));
}
