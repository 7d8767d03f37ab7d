namespace Compiled.MapRuns;

/// <summary>How many items, or how many child executions, of a Map Run are where. FEATURES P-120.</summary>
/// <param name="Pending">Read and not started.</param>
/// <param name="Running">At work.</param>
/// <param name="Succeeded">Ended with success.</param>
/// <param name="Failed">Ended with an error.</param>
/// <param name="TimedOut">Lasted too long.</param>
/// <param name="Aborted">Were stopped.</param>
/// <param name="Total">All that were read so far: a run reads as it goes.</param>
/// <param name="ResultsWritten">Whose results were written to the <c>ResultWriter</c>'s bucket.</param>
/// <param name="FailuresNotRedrivable">Whose unsuccessful executions a redrive could not take on again; they stay as they ended.</param>
/// <param name="PendingRedrive">Whose unsuccessful executions the redrive of the run has not taken on yet.</param>
public readonly record struct MapRunCounts(
    long Pending, long Running, long Succeeded, long Failed, long TimedOut, long Aborted, long Total, long ResultsWritten, long FailuresNotRedrivable = 0,
    long PendingRedrive = 0)
{
    /// <summary>All that ended without success.</summary>
    public long Unsuccessful => Failed + TimedOut + Aborted;
}
