using System.Text;
using Compiled.Benchmarks.Ratios;
using Compiled.History;

namespace Compiled.Benchmarks.Throughput;

/// <summary>A workload as an Express host runs it.</summary>
/// <param name="Name">As it is printed.</param>
/// <param name="Machine">The machine.</param>
/// <param name="Input">Its input's bytes, which each start parses.</param>
internal sealed record HostedWorkload(string Name, Workflow Machine, byte[] Input)
{
    public static IReadOnlyList<HostedWorkload> All { get; } =
    [
        new("W1", new W1HelloExpress(), Workloads.Input("W1Hello")),
        new("W2", new W2OrderExpress(), Workloads.Input("W2Order")),
        new("W2-async", new W2AsyncExpress(), Workloads.Input("W2Order")),
        new("W4", new W4MapExpress(), Workloads.Input("W4Map")),
        new("W4b", new W4bParallelExpress(), Workloads.Input("W4bParallel")),
        new("W5", new W5LoopExpress(), Workloads.Input("W5Loop")),
        new("W6", new W6JsonataExpress(), Workloads.Input("W6Jsonata")),
    ];

    /// <summary>How many states an execution enters.</summary>
    public async Task<int> CountTransitionsAsync()
    {
        ExecutionResult result = await Machine.ExecuteAsync(Input, new ExecutionOptions { RecordHistory = true });
        if (result.Status != ExecutionStatus.Succeeded)
            throw new InvalidOperationException($"{Name} ended {result.Status}: {result.Error}: {result.Cause} {Encoding.UTF8.GetString(result.OutputUtf8.Span)}");
        return result.History!.Count(static recorded => recorded.Type.ToString().EndsWith("StateEntered", StringComparison.Ordinal));
    }
}
