using System.Text.Json;
using Compiled;
using Compiled.Durable;
using Compiled.Durable.Journal;
using Compiled.Execution;
using Compiled.MapRuns.Objects;
using Compiled.Simulation;
using Compiled.Testing;

namespace Conformance.Running;

/// <summary>Runs an execution on a durable host, on a virtual clock that goes on when nothing else does.</summary>
internal sealed class DurableWorld : IAsyncDisposable
{
    private readonly TaskSimulator _simulator;
    private readonly DurableExecutions _executions;
    private readonly ActivityWorkers _workers;

    public DurableWorld(TaskSimulator simulator, IObjectStore objects, VirtualTimeProvider time, IJournalStore store, bool refold)
    {
        _simulator = simulator;
        _executions = new DurableExecutions(store, new DurableOptions { TimeProvider = time, TaskHandlers = simulator, ObjectStore = objects, ActivitiesMustExist = true, RefoldsAlways = refold });
        _workers = new ActivityWorkers(simulator, _executions, store, time);
    }

    /// <summary>Runs to the end, or to where nothing can happen any more; gives how it ended and its events.</summary>
    public async Task<(ExecutionDescription End, IReadOnlyList<JsonElement> Events)> RunAsync(Workflow workflow, ExecutionStart start, CancellationToken cancellationToken)
    {
        foreach (string activity in _simulator.Activities)
        {
            await _executions.CreateActivityAsync(activity).ConfigureAwait(false);
            _workers.Poll(activity);
        }

        string arn = (await _executions.StartAsync(workflow, start).ConfigureAwait(false)).ExecutionArn;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await _workers.SettleAsync(arn).ConfigureAwait(false);
            ExecutionDescription description = _executions.Describe(arn);
            if (description.Status != ExecutionStatus.Running || !_workers.TryMoveClock(workflow.Machine.TimeoutSeconds is not null))
                return (description, _workers.Events(arn));
        }
    }

    public async ValueTask DisposeAsync()
    {
        _workers.Dispose();
        await _executions.DisposeAsync().ConfigureAwait(false);
    }
}
