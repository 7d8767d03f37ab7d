namespace Compiled.Benchmarks.Throughput;

/// <summary>A time when a thread that never waits did not run.</summary>
/// <param name="Begin">When it was last seen, in ticks of the clock.</param>
/// <param name="End">When it ran again.</param>
/// <param name="IsCollection">A garbage collection was in it; otherwise the machine had given the processor to others.</param>
internal readonly record struct Stall(long Begin, long End, bool IsCollection);
