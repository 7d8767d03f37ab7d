using Compiled.Durable;
using Compiled.Durable.Journal;

namespace Compiled.Benchmarks.Durable;

/// <summary>The segments of a ten-state execution, for the bare loop to write the same.</summary>
internal static class TenStatesLoad
{
    /// <summary>How many steps an execution has, and how many bytes one has on average.</summary>
    public static async Task<(int Steps, int Bytes)> SegmentsAsync()
    {
        using MemoryJournal store = new();
        await using DurableExecutions executions = new(store);
        executions.AddMachine(new TenStates());
        await executions.RunAsync();
        await executions.ExecuteAsync(executions.Machines[0].Name, TenStates.Input);
        IReadOnlyList<Segment> segments = store.ReadSegments(1);
        return (segments.Count, segments.Sum(static segment => segment.Body.Length) / segments.Count);
    }
}
