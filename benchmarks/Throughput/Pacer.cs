using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Compiled.Benchmarks.Throughput;

/// <summary>
/// Offers something at equal distances, on a thread that does nothing else and never waits. What is late is offered at once. When the thread itself was held up it knows, since it looks at
/// the clock all the time.
/// </summary>
internal sealed class Pacer
{
    // Twice what the longest offer takes: a gap above it is none of the thread's own.
    private static readonly long s_shortest = Stopwatch.Frequency / 1_000_000 * 20;

    // Threads of the pool that were started meanwhile are told where they belong at the next piece.
    private static readonly TimeSpan s_piece = TimeSpan.FromMilliseconds(250);

    private readonly List<Stall> _stalls = new(1 << 16);

    /// <summary>When the thread was held up.</summary>
    public IReadOnlyList<Stall> Stalls => _stalls;

    public void Run(TimeSpan time, double perSecond, Action offer)
    {
        for (TimeSpan left = time; left > TimeSpan.Zero; left -= s_piece)
        {
            using OwnProcessor own = new();
            RunPiece(perSecond, offer);
        }
    }

    // Compiled for good at once: it is called seldom, so that the runtime would compile it again while it is measured.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void RunPiece(double perSecond, Action offer)
    {
        double ticks = Stopwatch.Frequency / perSecond;
        long clock = DateTime.UtcNow.Ticks, began = Stopwatch.GetTimestamp(), seen = began, count = (long)(s_piece.TotalSeconds * perSecond);
        int collections = GC.CollectionCount(0);
        for (long offered = 0; offered < count;)
        {
            long now = Stopwatch.GetTimestamp();
            if (now - seen > s_shortest)
            {
                int after = GC.CollectionCount(0);
                _stalls.Add(new Stall(ClockAt(seen), ClockAt(now), after != collections));
                collections = after;
            }

            seen = now;
            // Thread.Yield would hand the processor to whatever else the machine has to do, for milliseconds.
            if (now - began < offered * ticks)
                Thread.SpinWait(1);
            else
            {
                offer();
                offered++;
            }
        }

        long ClockAt(long stamp) => clock + Stopwatch.GetElapsedTime(began, stamp).Ticks;
    }
}
