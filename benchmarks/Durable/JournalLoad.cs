namespace Compiled.Benchmarks.Durable;

/// <summary>What is written: whole executions, each so many steps of so many bytes, so many at a time.</summary>
/// <param name="Concurrent">How many executions run at once; each hands in its next step when the one before is durable.</param>
/// <param name="Steps">How many steps an execution has. The first starts it, the last ends it.</param>
/// <param name="BytesPerStep">The size of a step's signals and events.</param>
/// <param name="Duration">For how long to measure, after a fifth of it to warm up.</param>
internal sealed record JournalLoad(int Concurrent, int Steps, int BytesPerStep, TimeSpan Duration);
