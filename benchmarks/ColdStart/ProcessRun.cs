namespace Compiled.Benchmarks.ColdStart;

/// <summary>One run of a program.</summary>
/// <param name="Output">What it wrote.</param>
/// <param name="ToFirstResult">From asking the system for the process to the first byte of its result.</param>
/// <param name="Processor">The processor time of the process.</param>
internal sealed record ProcessRun(byte[] Output, TimeSpan ToFirstResult, TimeSpan Processor);
