using Compiled.History;

namespace Compiled.Observation;

/// <summary>
/// Lets observers see an execution in memory, such as an Express one: <c>new ExecutionOptions { ExecutionArn = arn, History = new ObservedRun(observer, arn, machineArn) }</c>. Each event
/// is a step.
/// </summary>
/// <param name="observer">Told of each event.</param>
/// <param name="executionArn">The execution's ARN, which its options say too.</param>
/// <param name="stateMachineArn">The machine's ARN.</param>
/// <param name="type">The machine's type.</param>
public sealed class ObservedRun(IExecutionObserver observer, string executionArn, string stateMachineArn, MachineType type = MachineType.Express) : IHistorySink
{
    private readonly string _name = stateMachineArn.Split(':') is { Length: > 6 } parts ? parts[6] : stateMachineArn;
    private DateTimeOffset _started;
    private int _redrives;

    /// <inheritdoc/>
    public void Add(in HistoryEvent recorded)
    {
        if (recorded.Type == HistoryEventType.ExecutionStarted)
            _started = recorded.Timestamp;
        if (recorded.Type == HistoryEventType.ExecutionRedriven)
            _redrives = recorded.Number;
        observer.Recorded(new ExecutionStep
        {
            ExecutionArn = executionArn,
            StateMachineArn = stateMachineArn,
            StateMachineName = _name,
            Type = type,
            Events = [recorded],
            StartDate = _started,
            RedriveCount = _redrives,
            Status = recorded.Type switch
            {
                HistoryEventType.ExecutionSucceeded => ExecutionStatus.Succeeded,
                HistoryEventType.ExecutionFailed => ExecutionStatus.Failed,
                HistoryEventType.ExecutionAborted => ExecutionStatus.Aborted,
                HistoryEventType.ExecutionTimedOut => ExecutionStatus.TimedOut,
                _ => ExecutionStatus.Running,
            },
        });
    }
}
