using System.Diagnostics;

namespace Compiled.Benchmarks.Durable;

/// <summary>What the engine came to.</summary>
/// <param name="PerSecond">Transitions a second.</param>
/// <param name="Steps">How many steps of the journal were made durable for them.</param>
/// <param name="Median">From handing a step in to hearing that it is durable: the half of the steps took less.</param>
/// <param name="Percentile99">The same for 99 of 100 steps.</param>
/// <param name="Processor">The processor time that a transition took, of all threads together.</param>
internal sealed record RateResult(double PerSecond, long Steps, TimeSpan Median, TimeSpan Percentile99, TimeSpan Processor);
