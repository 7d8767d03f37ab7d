using System.Diagnostics;
using Compiled.Durable;
using Compiled.Durable.Journal;

namespace Compiled.Benchmarks.Durable;

/// <summary>How many executions a durable host ends in a second, so many at a time.</summary>
internal static class EngineRate
{
    /// <summary>Starts executions one after another in each of the lines, for a time.</summary>
    /// <returns>Transitions a second, and how long executions took: from the start's call to the end's news.</returns>
    public static async Task<RateResult> MeasureAsync(IJournalStore store, int concurrency, TimeSpan time)
    {
        await using DurableExecutions executions = new(store);
        executions.AddMachine(new TenStates());
        await executions.RunAsync();
        string machine = executions.Machines[0].Name;
        await LinesAsync(executions, machine, concurrency, TimeSpan.FromSeconds(1));
        long[] latencies = await LinesAsync(executions, machine, concurrency, time);
        return RateResult.Of(latencies, time, TenStates.Transitions);
    }

    private static async Task<long[]> LinesAsync(DurableExecutions executions, string machine, int concurrency, TimeSpan time)
    {
        long until = Stopwatch.GetTimestamp() + (long)(time.TotalSeconds * Stopwatch.Frequency);
        List<long>[] lines = await Task.WhenAll(Enumerable.Range(0, concurrency).Select(_ => Task.Run(async () =>
        {
            List<long> latencies = [];
            while (Stopwatch.GetTimestamp() < until)
            {
                long began = Stopwatch.GetTimestamp();
                ExecutionResult result = await executions.ExecuteAsync(machine, TenStates.Input);
                if (result.Status != ExecutionStatus.Succeeded)
                    throw new InvalidOperationException($"{result.Error}: {result.Cause}");
                latencies.Add(Stopwatch.GetTimestamp() - began);
            }

            return latencies;
        })));
        return [.. lines.SelectMany(static line => line)];
    }
}
