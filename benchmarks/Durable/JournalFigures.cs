namespace Compiled.Benchmarks.Durable;

/// <summary>What a load came to.</summary>
/// <param name="TransitionsPerSecond">How many steps were made durable in a second.</param>
/// <param name="Median">From handing a step in to hearing that it is durable: the half of the steps took less.</param>
/// <param name="Percentile99">The same for 99 of 100 steps.</param>
/// <param name="Processor">The processor time that a step took, of all threads together: what a busy machine disturbs least.</param>
internal sealed record JournalFigures(double TransitionsPerSecond, TimeSpan Median, TimeSpan Percentile99, TimeSpan Processor);
