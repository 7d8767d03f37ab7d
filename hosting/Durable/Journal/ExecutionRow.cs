namespace Compiled.Durable.Journal;

/// <summary>An execution as the store knows it without reading its segments.</summary>
/// <param name="Id">Its id; a later start has a higher one.</param>
/// <param name="Head">What it was started as.</param>
/// <param name="Status">Its status.</param>
/// <param name="EndedTicks">When it ended, UTC ticks; 0 while it runs.</param>
/// <param name="RedriveCount">How often it was redriven.</param>
/// <param name="RedrivenTicks">When it was last redriven, UTC ticks; 0 for never.</param>
public sealed record ExecutionRow(long Id, ExecutionHead Head, ExecutionStatus Status, long EndedTicks, int RedriveCount, long RedrivenTicks);
