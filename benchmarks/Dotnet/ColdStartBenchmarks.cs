using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using Compiled.Benchmarks.ColdStart;

namespace Compiled.Benchmarks.Dotnet;

/// <summary>A process from its start to its end; <c>coldstart</c> tells the first result and the processor time, and publishes the programs for both.</summary>
[SimpleJob(RunStrategy.Monitoring, warmupCount: 2, iterationCount: 20)]
public class ColdStartBenchmarks
{
    private PublishedProgram _ours = null!, _typed = null!;
    private string _input = "";

    /// <summary>How the programs are published.</summary>
    [ParamsSource(nameof(Kinds))]
    public string Kind { get; set; } = "";

    /// <summary>The kinds.</summary>
    public static IEnumerable<string> Kinds => PublishKind.All.Select(static kind => kind.Name);

    /// <summary>Publishes the programs, where they aren't published yet.</summary>
    [GlobalSetup]
    public async Task PublishAsync()
    {
        PublishKind kind = PublishKind.All.Single(kind => kind.Name == Kind);
        _input = ColdStartBenchmark.WriteInput(ColdStartBenchmark.Folder);
        (_ours, string? refusal) = await kind.PublishAsync("Ours", ColdStartBenchmark.Folder);
        (_typed, string? other) = await kind.PublishAsync("Typed", ColdStartBenchmark.Folder);
        if ((refusal ?? other) is { } said)
            throw new InvalidOperationException($"{Kind} can't be built here: {said}");
    }

    /// <summary>The compiled definition.</summary>
    [Benchmark]
    public void Ours() => _ours.Run(_input);

    /// <summary>The same logic by hand.</summary>
    [Benchmark(Baseline = true)]
    public void Typed() => _typed.Run(_input);
}
