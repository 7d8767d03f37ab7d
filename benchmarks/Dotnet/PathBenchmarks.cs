using Compiled.Benchmarks.Ratios;

namespace Compiled.Benchmarks.Dotnet;

/// <summary>The workload <c>path</c>.</summary>
public class PathBenchmarks : PairBenchmarks
{
    internal override IEnumerable<Workload> Chosen() => PartWorkloads.All.Where(static workload => workload.Name == "path");
}
