namespace Compiled.Benchmarks.Ratios;

/// <summary>A workload: ours against its baselines, which must all give the same output.</summary>
internal sealed record Workload(string Name, Contender Ours, IReadOnlyList<Contender> Baselines);
