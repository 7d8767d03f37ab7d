using System.Numerics;

namespace Compiled.Benchmarks.Throughput;

/// <summary>Times in buckets, each 1/16 wide of where it stands. One thread adds.</summary>
internal sealed class LatencyHistogram
{
    private const int Bits = 4, Width = 1 << Bits;

    private readonly long[] _counts = new long[64 * Width];

    public long Count { get; private set; }

    public void Add(TimeSpan time)
    {
        ulong ticks = (ulong)Math.Max(0, time.Ticks);
        int shift = Math.Max(0, BitOperations.Log2(ticks | 1) - Bits);
        _counts[shift * Width + (int)(ticks >> shift)]++;
        Count++;
    }

    public void Add(LatencyHistogram other)
    {
        for (int bucket = 0; bucket < _counts.Length; bucket++)
            _counts[bucket] += other._counts[bucket];
        Count += other.Count;
    }

    /// <summary>The time that this share of all is not above, from 0 to 1; as exact as the buckets are wide.</summary>
    public TimeSpan At(double share)
    {
        long left = (long)Math.Ceiling(Count * share);
        for (int bucket = 0; bucket < _counts.Length; bucket++)
        {
            left -= _counts[bucket];
            if (left > 0 || _counts[bucket] == 0)
                continue;
            int shift = Math.Max(0, bucket / Width - 1);
            return TimeSpan.FromTicks((((long)(bucket - shift * Width) + 1) << shift) - 1);
        }

        return TimeSpan.Zero;
    }
}
