using Compiled.Benchmarks.Ratios;

namespace Compiled.Benchmarks.Dotnet;

/// <summary>The workload <c>parse</c>.</summary>
public class ParseBenchmarks : PairBenchmarks
{
    internal override IEnumerable<Workload> Chosen() => PartWorkloads.All.Where(static workload => workload.Name == "parse");
}
