namespace Compiled.Server.Executions;

/// <summary>How an Express execution ended.</summary>
/// <param name="Result">Its end.</param>
/// <param name="StartDate">When it started.</param>
/// <param name="StopDate">When it ended.</param>
internal sealed record ExpressOutcome(ExecutionResult Result, DateTimeOffset StartDate, DateTimeOffset StopDate)
{
    // 100 ms and 64 MB at least.
    private const int BilledStep = 100;

    /// <summary>The duration as AWS would bill it, a multiple of 100 ms.</summary>
    public long BilledMilliseconds => (long)Math.Max(1, Math.Ceiling((StopDate - StartDate).TotalMilliseconds / BilledStep)) * BilledStep;
}
