using BenchmarkDotNet.Attributes;
using Compiled.Benchmarks.Ratios;

namespace Compiled.Benchmarks.Dotnet;

/// <summary>Workloads in BenchmarkDotNet: ours, and one baseline at a time.</summary>
[MemoryDiagnoser]
public abstract class PairBenchmarks
{
    private Contender _ours = null!, _baseline = null!;

    /// <summary>The workload and the baseline, as <c>ratios</c> prints them: <c>W2 typed</c>.</summary>
    [ParamsSource(nameof(Pairs))]
    public string Pair { get; set; } = "";

    /// <summary>The pairs of the class.</summary>
    public IEnumerable<string> Pairs => Chosen().SelectMany(static workload => workload.Baselines, static (workload, baseline) => $"{workload.Name} {baseline.Name}");

    internal abstract IEnumerable<Workload> Chosen();

    /// <summary>Takes the workload and the baseline.</summary>
    [GlobalSetup]
    public void Choose()
    {
        string[] words = Pair.Split(' ');
        Workload workload = Chosen().Single(workload => workload.Name == words[0]);
        (_ours, _baseline) = (workload.Ours, workload.Baselines.Single(baseline => baseline.Name == words[1]));
    }

    /// <summary>Compiled.</summary>
    [Benchmark]
    public ValueTask Ours() => _ours.Run();

    /// <summary>By hand, or by the library that the baseline names.</summary>
    [Benchmark(Baseline = true)]
    public ValueTask Baseline() => _baseline.Run();
}
