namespace Compiled.Benchmarks.Analysis;

/// <summary>What it took to ask the analyzers.</summary>
/// <param name="Ours">What our analyzers used themselves, with all that they made the compiler do for them.</param>
/// <param name="Whole">What the process used until the answer was there, with the compiler's own work around any analyzer.</param>
internal readonly record struct Asked(Spent Ours, Spent Whole);
