namespace Compiled.Durable;

/// <summary>The run of a distributed Map as a list shows it. FEATURES P-121.</summary>
/// <param name="MapRunArn">Its ARN.</param>
/// <param name="ExecutionArn">The execution that it belongs to.</param>
/// <param name="StateMachineArn">The machine of its children: <c>...:stateMachine:MACHINE/LABEL</c>.</param>
/// <param name="StartDate">When it started.</param>
/// <param name="StopDate">When it ended; null while it runs.</param>
public sealed record MapRunSummary(string MapRunArn, string ExecutionArn, string StateMachineArn, DateTimeOffset StartDate, DateTimeOffset? StopDate);
