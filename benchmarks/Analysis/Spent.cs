using System.Diagnostics;

namespace Compiled.Benchmarks.Analysis;

/// <summary>Time that went by and processor time of the one thread that worked, in milliseconds.</summary>
internal readonly record struct Spent(double Wall, double Cpu)
{
    public static Spent operator +(Spent left, Spent right) => new(left.Wall + right.Wall, left.Cpu + right.Cpu);

    /// <summary>Measures work on the calling thread.</summary>
    public static Spent On(Action work)
    {
        (long start, TimeSpan used) = (Stopwatch.GetTimestamp(), ThreadClock.Now);
        work();
        return new(Stopwatch.GetElapsedTime(start).TotalMilliseconds, (ThreadClock.Now - used).TotalMilliseconds);
    }
}
