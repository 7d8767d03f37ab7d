namespace Compiled.Benchmarks.Ratios;

/// <summary>One way to do a workload, from its input's bytes to its output's.</summary>
/// <param name="Name">As it is printed: <c>ours</c>, or the baseline's name.</param>
/// <param name="Run">Does the work once.</param>
/// <param name="Output">The output of the last run, to compare.</param>
internal sealed record Contender(string Name, Func<ValueTask> Run, Func<ReadOnlyMemory<byte>> Output);
