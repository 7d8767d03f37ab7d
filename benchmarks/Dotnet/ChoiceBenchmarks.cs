using Compiled.Benchmarks.Ratios;

namespace Compiled.Benchmarks.Dotnet;

/// <summary>The workload <c>choice</c>.</summary>
public class ChoiceBenchmarks : PairBenchmarks
{
    internal override IEnumerable<Workload> Chosen() => PartWorkloads.All.Where(static workload => workload.Name == "choice");
}
