using System.Collections.Concurrent;
using System.Diagnostics;

namespace Compiled.Benchmarks.Throughput;

/// <summary>
/// The control of the paced host: a queue and one worker of the thread pool, and for work a loop that counts as long as an execution takes. It allocates nothing and decides nothing,
/// so that its latencies are the machine's: waking a thread, and losing the processor to others.
/// </summary>
internal sealed class BareQueue : IThreadPoolWorkItem
{
    private readonly ConcurrentQueue<long> _queue = new();
    private readonly Moments _moments = new();
    private readonly LatencyHistogram _latencies = new();
    private readonly long _steps;
    private int _isActive;
    private long _open, _counted;

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
        pacer.Run(time, perSecond, Offer);
        SpinWait.SpinUntil(() => Volatile.Read(ref _open) == 0);
        return PacedLatencies.Of(_latencies, _moments, pacer.Stalls, load);
    }

    void IThreadPoolWorkItem.Execute()
    {
        do
        {
            while (_queue.TryDequeue(out long begin))
            {
                Count(_steps);
                long end = DateTime.UtcNow.Ticks;
                _moments.Add(begin, end);
                _latencies.Add(TimeSpan.FromTicks(end - begin));
                Interlocked.Decrement(ref _open);
            }

            Interlocked.Exchange(ref _isActive, 0);
        }
        while (!_queue.IsEmpty && Interlocked.Exchange(ref _isActive, 1) == 0);
    }

    private void Offer()
    {
        Interlocked.Increment(ref _open);
        _queue.Enqueue(DateTime.UtcNow.Ticks);
        Interlocked.MemoryBarrier();
        if (Volatile.Read(ref _isActive) == 0 && Interlocked.Exchange(ref _isActive, 1) == 0)
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    private void Count(long steps)
    {
        long counted = _counted;
        for (long step = 0; step < steps; step++)
            counted = counted * 31 + step;
        _counted = counted;
    }
}
