using Compiled.Benchmarks.Ratios;

namespace Compiled.Benchmarks.Dotnet;

/// <summary>W1 to W6, from bytes to bytes.</summary>
public class WorkloadBenchmarks : PairBenchmarks
{
    internal override IEnumerable<Workload> Chosen() => Workloads.Machines;
}
