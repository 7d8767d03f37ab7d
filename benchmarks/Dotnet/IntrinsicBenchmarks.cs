using Compiled.Benchmarks.Ratios;

namespace Compiled.Benchmarks.Dotnet;

/// <summary>The workload <c>intrinsics</c>.</summary>
public class IntrinsicBenchmarks : PairBenchmarks
{
    internal override IEnumerable<Workload> Chosen() => PartWorkloads.All.Where(static workload => workload.Name == "intrinsics");
}
