using Compiled.Benchmarks.Ratios;

namespace Compiled.Benchmarks.Dotnet;

/// <summary>W7: JSONata expressions on values and from bytes to bytes.</summary>
public class JsonataBenchmarks : PairBenchmarks
{
    internal override IEnumerable<Workload> Chosen() => [.. ExpressionWorkloads.OnValues, .. ExpressionWorkloads.OnBytes];
}
