using BenchmarkDotNet.Attributes;
using Compiled.Benchmarks.Ratios;

namespace Compiled.Benchmarks;

/// <summary>The workloads in BenchmarkDotNet: ours, and the first baseline of each.</summary>
[MemoryDiagnoser]
public class WorkloadBenchmarks
{
    private Workload _workload = null!;

    /// <summary>The workload's name, as <c>ratios</c> prints it.</summary>
    [ParamsSource(nameof(Names))]
    public string Name { get; set; } = "";

    /// <summary>The names of all workloads.</summary>
    public static IEnumerable<string> Names => Workloads.All.Select(workload => workload.Name);

    /// <summary>Takes the workload of the name.</summary>
    [GlobalSetup]
    public void Choose() => _workload = Workloads.All.Single(workload => workload.Name == Name);

    /// <summary>From bytes to bytes through the compiled workflow.</summary>
    [Benchmark]
    public ValueTask Ours() => _workload.Ours.Run();

    /// <summary>From bytes to bytes by hand.</summary>
    [Benchmark(Baseline = true)]
    public ValueTask Baseline() => _workload.Baselines[0].Run();
}
