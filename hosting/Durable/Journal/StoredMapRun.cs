using Compiled.MapRuns;

namespace Compiled.Durable.Journal;

/// <summary>What a store keeps of the run of a distributed Map, apart from its children, which are executions.</summary>
/// <param name="Execution">The execution that it belongs to.</param>
/// <param name="Effect">The effect of that execution that started it; with it the key.</param>
/// <param name="Arn">Its ARN.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="StartedTicks">When it started, UTC ticks.</param>
/// <param name="EndedTicks">When it ended, UTC ticks; 0 while it runs.</param>
/// <param name="RedriveCount">How often it was redriven.</param>
/// <param name="RedrivenTicks">When it was last redriven, UTC ticks; 0 for never.</param>
/// <param name="MaxConcurrency">How many children may run at once; 0 for as many as can.</param>
/// <param name="ToleratedFailureCount">How many items may fail; null where it is not said.</param>
/// <param name="ToleratedFailurePercentage">Which share of the items may fail, from 0 to 100; null where it is not said.</param>
/// <param name="Items">How many items were where, when that was last written.</param>
/// <param name="Executions">How many children were where, when that was last written.</param>
public sealed record StoredMapRun(
    long Execution, int Effect, string Arn, MapRunStatus Status, long StartedTicks, long EndedTicks = 0, int RedriveCount = 0, long RedrivenTicks = 0,
    int MaxConcurrency = 0, int? ToleratedFailureCount = null, double? ToleratedFailurePercentage = null, MapRunCounts Items = default,
    MapRunCounts Executions = default);
