using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Compiled.History;

namespace Compiled.Observation.Metrics;

/// <summary>
/// AWS's metrics of Step Functions, under AWS's names, in a meter called <c>AWS/States</c>: counters of what happened and histograms in milliseconds, with AWS's dimensions as tags. They come
/// from histories, so the times are the executions' own. FEATURES V-060 to V-063, V-065.
/// </summary>
/// <remarks>
/// The times of a task that was begun by a process before this one are left out, its ends are counted. Memory isn't measured, so its metrics aren't there.
/// </remarks>
public sealed class AwsMetrics : IExecutionObserver, IDisposable
{
    /// <summary>The meter's name, which is AWS's namespace.</summary>
    public const string MeterName = "AWS/States";

    private readonly Meter _meter;
    private readonly ConcurrentDictionary<string, Outstanding> _outstanding = new(StringComparer.Ordinal);
    private readonly Histogram<double> _executionTime, _billedDuration;
    private readonly Dictionary<HistoryEventType, Counter<long>> _executions;
    private readonly Dictionary<HistoryEventType, Counter<long>> _redriven;
    private readonly Counter<long> _throttled;
    private readonly WorkMetrics _lambda, _activity, _service;

    /// <summary>Makes the meter; its <see cref="Meter.Scope"/> is this object, so that a listener can tell several apart.</summary>
    public AwsMetrics()
    {
        _meter = new Meter(new MeterOptions(MeterName) { Scope = this });
        _executionTime = _meter.CreateHistogram<double>("ExecutionTime", "ms", "From the start of an execution to its end.");
        _billedDuration = _meter.CreateHistogram<double>("ExpressExecutionBilledDuration", "ms", "The time of an Express execution, rounded up to 100 ms.");
        _throttled = Count("ExecutionThrottled", "Starts that there was no room for.");
        _executions = new()
        {
            [HistoryEventType.ExecutionStarted] = Count("ExecutionsStarted", "Executions that started."),
            [HistoryEventType.ExecutionSucceeded] = Count("ExecutionsSucceeded", "Executions that succeeded."),
            [HistoryEventType.ExecutionFailed] = Count("ExecutionsFailed", "Executions that failed."),
            [HistoryEventType.ExecutionTimedOut] = Count("ExecutionsTimedOut", "Executions that lasted too long."),
            [HistoryEventType.ExecutionAborted] = Count("ExecutionsAborted", "Executions that were stopped."),
            [HistoryEventType.ExecutionRedriven] = Count("ExecutionsRedriven", "Executions that were redriven."),
        };
        _redriven = new()
        {
            [HistoryEventType.ExecutionSucceeded] = Count("RedrivenExecutionsSucceeded", "Redriven executions that succeeded."),
            [HistoryEventType.ExecutionFailed] = Count("RedrivenExecutionsFailed", "Redriven executions that failed."),
            [HistoryEventType.ExecutionTimedOut] = Count("RedrivenExecutionsTimedOut", "Redriven executions that lasted too long."),
            [HistoryEventType.ExecutionAborted] = Count("RedrivenExecutionsAborted", "Redriven executions that were stopped."),
        };
        _lambda = new WorkMetrics(_meter, "LambdaFunction", "LambdaFunctions", "LambdaFunctionArn");
        _activity = new WorkMetrics(_meter, "Activity", "Activities", "ActivityArn");
        _service = new WorkMetrics(_meter, "ServiceIntegration", "ServiceIntegrations", "ServiceIntegrationResourceArn");
    }

    /// <inheritdoc/>
    public void Recorded(ExecutionStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        foreach (HistoryEvent recorded in step.Events)
        {
            if (_executions.TryGetValue(recorded.Type, out Counter<long>? counter))
                RecordExecution(step, in recorded, counter);
            else if (WorkEvent.Of(in recorded) is { } work)
                RecordWork(step, in recorded, work);
        }

        if (step.Status != ExecutionStatus.Running)
            _outstanding.TryRemove(step.ExecutionArn, out _);
    }

    /// <summary>Counts a start that was refused because there was no room for it. FEATURES V-060.</summary>
    public void Throttled(string stateMachineArn) => _throttled.Add(1, new KeyValuePair<string, object?>("StateMachineArn", stateMachineArn));

    /// <inheritdoc/>
    public void Dispose() => _meter.Dispose();

    private Counter<long> Count(string name, string description) => _meter.CreateCounter<long>(name, "{execution}", description);

    private void RecordExecution(ExecutionStep step, in HistoryEvent recorded, Counter<long> counter)
    {
        KeyValuePair<string, object?> machine = new("StateMachineArn", step.StateMachineArn);
        counter.Add(1, machine);
        if (recorded.Type is HistoryEventType.ExecutionStarted or HistoryEventType.ExecutionRedriven)
            return;
        double time = (recorded.Timestamp - step.StartDate).TotalMilliseconds;
        _executionTime.Record(time, machine);
        if (step.Type == MachineType.Express)
            _billedDuration.Record(Math.Ceiling(time / 100) * 100, machine);
        if (step.RedriveCount > 0)
            _redriven[recorded.Type].Add(1, machine);
    }

    private void RecordWork(ExecutionStep step, in HistoryEvent recorded, WorkEvent work)
    {
        WorkMetrics metrics = work.Kind switch { ResourceKind.Lambda => _lambda, ResourceKind.Activity => _activity, _ => _service };
        if (work.Phase == WorkPhase.Scheduled)
        {
            Outstanding tasks = _outstanding.GetOrAdd(step.ExecutionArn, static _ => new Outstanding());
            tasks.Add(recorded.Id, new Begun(work.Resource ?? "", recorded.Timestamp));
            metrics.Scheduled(work.Resource ?? "");
            return;
        }

        Begun? begun = _outstanding.TryGetValue(step.ExecutionArn, out Outstanding? known) ? known.Find(recorded.PreviousEventId) : null;
        string resource = begun?.Resource ?? work.Resource ?? "";
        if (work.Phase == WorkPhase.Started)
        {
            // Each event of a task points to the one before it, so all of them have to lead to its beginning.
            if (begun is not null)
            {
                begun.Started ??= recorded.Timestamp;
                known!.Add(recorded.Id, begun);
            }

            if (!work.IsSubmitted)
                metrics.Started(resource, begun, recorded.Timestamp);
            return;
        }

        if (begun is not null)
            known!.Remove(begun);
        metrics.Ended(work, resource, begun, recorded.Timestamp);
    }
}
