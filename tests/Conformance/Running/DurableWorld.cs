using Compiled;
using Compiled.Durable;
using Compiled.Durable.Journal;
using Compiled.Execution;
using Compiled.MapRuns.Objects;
using Compiled.Simulation;
using Compiled.Simulation.Behaviours;
using Compiled.Tasks;
using Compiled.Testing;

namespace Conformance.Running;

/// <summary>Runs an execution on a durable host, on a virtual clock that goes on when nothing else does.</summary>
internal sealed class DurableWorld : IAsyncDisposable
{
    private readonly TaskSimulator _simulator;
    private readonly VirtualTimeProvider _time;
    private readonly DurableExecutions _executions;
    private readonly IJournalStore _store;
    private readonly CancellationTokenSource _ended = new();
    private int _taken, _working;

    public DurableWorld(TaskSimulator simulator, IObjectStore objects, VirtualTimeProvider time, IJournalStore store, bool refold)
    {
        (_simulator, _time, _store) = (simulator, time, store);
        _executions = new DurableExecutions(store, new DurableOptions { TimeProvider = time, TaskHandlers = simulator, ObjectStore = objects, ActivitiesMustExist = true, RefoldsAlways = refold });
    }

    /// <summary>Runs to the end, or to where nothing can happen any more; gives how it ended and its events.</summary>
    public async Task<(ExecutionDescription End, HistoryPage History)> RunAsync(Workflow workflow, ExecutionStart start, CancellationToken cancellationToken)
    {
        foreach (string activity in _simulator.Activities)
        {
            await _executions.CreateActivityAsync(activity).ConfigureAwait(false);
            _ = PollAsync(activity);
        }

        string arn = (await _executions.StartAsync(workflow, start).ConfigureAwait(false)).ExecutionArn;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await SettleAsync(arn).ConfigureAwait(false);
            ExecutionDescription description = _executions.Describe(arn);
            if (description.Status != ExecutionStatus.Running || !TryMoveClock(workflow))
                return (description, Everything(arn));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync().ConfigureAwait(false);
        await _executions.DisposeAsync().ConfigureAwait(false);
    }

    // A worker takes every task that is queued, and is at work until it has answered, which the host doesn't see.
    private async Task SettleAsync(string arn)
    {
        do
            await _executions.SettleAsync(() => Volatile.Read(ref _working)).WaitAsync(TimeSpan.FromMinutes(1)).ConfigureAwait(false);
        while (_simulator.Activities.Any(activity => _store.ListTasks(activity, 0, 1).Count > 0) || Volatile.Read(ref _taken) < Everything(arn).Events.Count(static item => item.GetProperty("type").GetString() == "ActivityStarted"));
    }

    // A machine without a limit of its own that has nothing to wait for will never end; AWS would show it as running.
    private bool TryMoveClock(Workflow workflow)
    {
        DateTimeOffset before = _time.GetUtcNow();
        return _time.AdvanceToNextTimer() && (workflow.Machine.TimeoutSeconds is not null || _time.GetUtcNow() - before < TimeSpan.FromDays(360));
    }

    private async Task PollAsync(string activity)
    {
        try
        {
            while (true)
            {
                ActivityTask? task = await _executions.TakeActivityTaskAsync(activity, _simulator.Options.WorkerName, _ended.Token).ConfigureAwait(false);
                Interlocked.Increment(ref _working);
                Interlocked.Increment(ref _taken);
                TaskCall call = new() { World = _simulator, Resource = activity, Input = task.Input, Time = _time };
                _ = WorkAsync(call, task.TaskToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The case is over.
        }
    }

    private async Task WorkAsync(TaskCall call, string token)
    {
        await SimulatedWorkers.CompleteAsync(_simulator.PerformAsync(call, _ended.Token), token, _executions.TaskTokens).ConfigureAwait(false);
        Interlocked.Decrement(ref _working);
    }

    private HistoryPage Everything(string arn)
    {
        HistoryPage page = _executions.GetHistory(arn, maxResults: 1000);
        while (page.NextToken is { } next)
        {
            HistoryPage following = _executions.GetHistory(arn, nextToken: next, maxResults: 1000);
            page = new HistoryPage([.. page.Events, .. following.Events], following.NextToken);
        }

        return page;
    }
}
