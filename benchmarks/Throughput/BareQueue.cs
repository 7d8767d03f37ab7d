using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Compiled.Benchmarks.Throughput;

/// <summary>
/// The control of the paced host: a queue, a thread that takes from it and never waits, and for work a loop that counts as long as an execution takes. It allocates nothing, wakes nobody
/// and decides nothing, so that its latencies are the machine's: those of a thread that loses its processor to others.
/// </summary>
internal sealed class BareQueue
{
    private readonly ConcurrentQueue<long> _queue = new();
    private readonly Moments _moments = new();
    private readonly long _steps;
    private LatencyHistogram _latencies = new();
    private volatile bool _isOver;
    private long _counted;

    public BareQueue(TimeSpan work)
    {
        // How fast the loop counts is found out by the clock: the best of several, so that others' work isn't in it.
        const long Probe = 1 << 20;
        TimeSpan best = Enumerable.Range(0, 50).Min(_ =>
        {
            long began = Stopwatch.GetTimestamp();
            Count(Probe);
            return Stopwatch.GetElapsedTime(began);
        });
        _steps = (long)(Probe * (work / best));
    }

    public PacedLatencies Pace(TimeSpan time, double perSecond, double load)
    {
        Pacer pacer = new();
        _isOver = false;
        _latencies = new LatencyHistogram();
        _moments.Clear();
        Thread worker = new(Work);
        worker.Start();
        pacer.Run(time, perSecond, () => _queue.Enqueue(DateTime.UtcNow.Ticks));
        _isOver = true;
        worker.Join();
        return PacedLatencies.Of(_latencies, _moments, pacer.Stalls, load);
    }

    // Compiled for good at once, as the pacer.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Work()
    {
        while (true)
        {
            // Looked at before the queue: what was added before the end is still done.
            bool isOver = _isOver;
            if (_queue.TryDequeue(out long begin))
            {
                Count(_steps);
                long end = DateTime.UtcNow.Ticks;
                _moments.Add(begin, end);
                _latencies.Add(TimeSpan.FromTicks(end - begin));
            }
            else if (isOver)
            {
                return;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Count(long steps)
    {
        long counted = _counted;
        for (long step = 0; step < steps; step++)
            counted = counted * 31 + step;
        _counted = counted;
    }
}
