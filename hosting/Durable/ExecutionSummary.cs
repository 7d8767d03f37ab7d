namespace Compiled.Durable;

/// <summary>An execution as a list shows it.</summary>
/// <param name="ExecutionArn">Its ARN.</param>
/// <param name="StateMachineArn">The machine's ARN.</param>
/// <param name="Name">Its name.</param>
/// <param name="Status">Its status.</param>
/// <param name="StartDate">When it started.</param>
/// <param name="StopDate">When it ended; null while it runs.</param>
/// <param name="RedriveCount">How often it was redriven.</param>
/// <param name="RedriveDate">When it was last redriven; null for never.</param>
public sealed record ExecutionSummary(
    string ExecutionArn, string StateMachineArn, string Name, ExecutionStatus Status, DateTimeOffset StartDate, DateTimeOffset? StopDate, int RedriveCount,
    DateTimeOffset? RedriveDate)
{
    /// <summary>The number of the machine's version that it was started by; 0 for none.</summary>
    public int Version { get; init; }

    /// <summary>The name of the machine's alias that it was started by; null for none.</summary>
    public string? Alias { get; init; }
}
