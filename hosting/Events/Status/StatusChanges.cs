using Compiled.Durable;
using Compiled.History;
using Compiled.Observation;
using Compiled.Values;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Compiled.Events.Status;

/// <summary>
/// Makes a <see cref="StatusChangeEvent"/> of each start, redrive and end of a Standard execution, and hands it on in the background: <c>changes = new StatusChanges(executions.Describe,
/// @event =&gt; { bus.Publish(@event); webhook.TryAdd(@event); })</c>. Children of distributed Maps give none. FEATURES X-029, V-050.
/// </summary>
/// <remarks>Executions don't wait for it; when more than the capacity wait, further ones are dropped and counted. What waits is lost with the process.</remarks>
public sealed class StatusChanges : IExecutionObserver, IAsyncDisposable
{
    private readonly DeliveryQueue<Change> _queue;

    /// <summary>Makes an observer for <see cref="DurableOptions.Observer"/>.</summary>
    /// <param name="describe">Gives an execution by its ARN: <c>ExecutionReader.Describe</c>.</param>
    /// <param name="publish">Takes each event; must not take long.</param>
    /// <param name="capacity">How many changes wait at most.</param>
    /// <param name="timeProvider">The clock; the system's unless said.</param>
    /// <param name="logger">Where failures are logged; nowhere unless said.</param>
    public StatusChanges(
        Func<string, ExecutionDescription> describe, Action<JsonValue> publish, int capacity = 100_000, TimeProvider? timeProvider = null, ILogger? logger = null)
    {
        ArgumentNullException.ThrowIfNull(describe);
        ArgumentNullException.ThrowIfNull(publish);
        _queue = new DeliveryQueue<Change>(
            "status changes",
            (change, _) =>
            {
                publish(StatusChangeEvent.Of(DescribeOf(describe, change), change.Status, change.RedriveCount));
                return Task.CompletedTask;
            },
            new DeliveryOptions { Capacity = capacity, MostAttempts = 5 }, timeProvider ?? TimeProvider.System, logger ?? NullLogger.Instance);
    }

    /// <summary>How many changes were dropped, since too many waited.</summary>
    public long Dropped => _queue.Dropped;

    /// <inheritdoc/>
    public void Recorded(ExecutionStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        if (step.Type != MachineType.Standard || step.IsMapRunChild)
            return;
        foreach (HistoryEvent recorded in step.Events)
        {
            ExecutionStatus? status = recorded.Type switch
            {
                HistoryEventType.ExecutionStarted or HistoryEventType.ExecutionRedriven => ExecutionStatus.Running,
                HistoryEventType.ExecutionSucceeded => ExecutionStatus.Succeeded,
                HistoryEventType.ExecutionFailed => ExecutionStatus.Failed,
                HistoryEventType.ExecutionAborted => ExecutionStatus.Aborted,
                HistoryEventType.ExecutionTimedOut => ExecutionStatus.TimedOut,
                _ => null,
            };
            if (status is { } changed)
                _queue.TryAdd(new Change(step.ExecutionArn, changed, step.RedriveCount));
        }
    }

    /// <summary>Completes when what waits is published; takes nothing more.</summary>
    public Task DrainAsync() => _queue.DrainAsync();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _queue.DisposeAsync();

    // An execution may be purged before its event is made.
    private static ExecutionDescription DescribeOf(Func<string, ExecutionDescription> describe, Change change)
    {
        try
        {
            return describe(change.ExecutionArn);
        }
        catch (ExecutionDoesNotExistException gone)
        {
            throw new DeliveryRefusedException(gone.Message);
        }
    }

    private sealed record Change(string ExecutionArn, ExecutionStatus Status, int RedriveCount);
}
