namespace Compiled.Benchmarks.Throughput;

/// <summary>When each of many things began and ended. One thread adds.</summary>
internal sealed class Moments
{
    private readonly List<(long Begin, long End)> _moments = new(1 << 17);

    public void Add(long begin, long end) => _moments.Add((begin, end));

    /// <summary>Forgets them, and keeps the room: a list that grows while it is measured would make collections of its own.</summary>
    public void Clear() => _moments.Clear();

    public void Add(Moments other) => _moments.AddRange(other._moments);

    /// <summary>
    /// The latencies of those that no stall touched. A stall's wake is as long as it lasted, multiplied by what the load says: so long those are ahead that were late.
    /// </summary>
    /// <param name="stalls">In the order of time.</param>
    /// <param name="load">The part of what can be done that is offered, below 1.</param>
    public LatencyHistogram Outside(IEnumerable<Stall> stalls, double load)
    {
        // From the last one that reached so far back to one that could still touch what comes; both are in the order of time.
        Stall[] ordered = [.. stalls];
        LatencyHistogram latencies = new();
        int first = 0;
        foreach ((long begin, long end) in _moments.OrderBy(static moment => moment.Begin))
        {
            while (first < ordered.Length && Wake(ordered[first]) < begin)
                first++;
            if (first == ordered.Length || ordered[first].Begin > end)
                latencies.Add(TimeSpan.FromTicks(end - begin));
        }

        return latencies;

        long Wake(Stall stall) => stall.End + (long)((stall.End - stall.Begin) * load / (1 - load));
    }
}
