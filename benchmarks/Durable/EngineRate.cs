using System.Diagnostics;
using Compiled.Durable;
using Compiled.Durable.Journal;

namespace Compiled.Benchmarks.Durable;

/// <summary>How many executions a durable host ends in a second, so many at a time.</summary>
internal static class EngineRate
{
    /// <summary>Starts executions one after another in each of the lines, for a time; a fifth of it to warm up.</summary>
    public static async Task<RateResult> MeasureAsync(IJournalStore store, int concurrency, TimeSpan time)
    {
        using StepLatencies latencies = new();
        await using DurableExecutions executions = new(store);
        executions.AddMachine(new TenStates());
        await executions.RunAsync();
        string machine = executions.Machines[0].Name;
        await LinesAsync(executions, machine, concurrency, time / 5);
        latencies.Take();
        (long from, TimeSpan used) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        long ended = await LinesAsync(executions, machine, concurrency, time);
        TimeSpan lasted = Stopwatch.GetElapsedTime(from);
        used = Environment.CpuUsage.TotalTime - used;
        double[] seconds = latencies.Take();
        long transitions = ended * TenStates.Transitions;
        return new RateResult(transitions / lasted.TotalSeconds, seconds.Length, At(seconds, 0.5), At(seconds, 0.99), used / transitions);
    }

    private static TimeSpan At(double[] sorted, double share) => sorted.Length == 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(sorted[(int)(share * (sorted.Length - 1))]);

    private static async Task<long> LinesAsync(DurableExecutions executions, string machine, int concurrency, TimeSpan time)
    {
        long until = Stopwatch.GetTimestamp() + (long)(time.TotalSeconds * Stopwatch.Frequency);
        long[] lines = await Task.WhenAll(Enumerable.Range(0, concurrency).Select(_ => Task.Run(async () =>
        {
            long ended = 0;
            for (; Stopwatch.GetTimestamp() < until; ended++)
            {
                ExecutionResult result = await executions.ExecuteAsync(machine, TenStates.Input);
                if (result.Status != ExecutionStatus.Succeeded)
                    throw new InvalidOperationException($"{result.Error}: {result.Cause}");
            }

            return ended;
        })));
        return lines.Sum();
    }
}
