using Compiled.Benchmarks.Ratios;

namespace Compiled.Benchmarks.Dotnet;

/// <summary>The workload <c>template</c>.</summary>
public class TemplateBenchmarks : PairBenchmarks
{
    internal override IEnumerable<Workload> Chosen() => PartWorkloads.All.Where(static workload => workload.Name == "template");
}
