using System.Diagnostics;

namespace Compiled.Benchmarks.Durable;

/// <summary>A rate and the latencies behind it.</summary>
/// <param name="PerSecond">Transitions a second.</param>
/// <param name="MedianMilliseconds">The median latency of a step: of an execution, by its steps.</param>
/// <param name="P99Milliseconds">The latency of a step that 1 in 100 exceeds.</param>
internal readonly record struct RateResult(double PerSecond, double MedianMilliseconds, double P99Milliseconds)
{
    public static RateResult Of(long[] latencies, TimeSpan time, int transitions)
    {
        Array.Sort(latencies);
        return new RateResult(latencies.Length * transitions / time.TotalSeconds, At(latencies, 0.5), At(latencies, 0.99));
    }

    private static double At(long[] sorted, double part)
        => sorted.Length == 0 ? 0 : sorted[(int)Math.Min(sorted.Length - 1, sorted.Length * part)] * 1000d / Stopwatch.Frequency;
}
