using System.Collections.Concurrent;
using Compiled.Server.Machines;
using Compiled.Values;

namespace Compiled.Server.Executions;

/// <summary>Express executions: in memory, for five minutes at most, gone when they have ended. FEATURES .</summary>
internal sealed class ExpressExecutions(MachineWorkflows workflows, ExecutionOptions options, ServerObservers observers)
{
    private readonly ConcurrentDictionary<Task, byte> _running = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly TimeProvider _time = options.TimeProvider;

    /// <summary>Runs an execution to its end, or until whoever waits for it has gone.</summary>
    public async ValueTask<ExpressOutcome> RunAsync(StartTarget target, ExpressStart start, CancellationToken cancellationToken)
    {
        DateTimeOffset started = _time.GetUtcNow();
        Workflow workflow = workflows.Get(target.Machine.Name, isExpress: true, target.Settings.Definition);
        ExecutionResult result = await workflow.ExecuteAsync(start.Input, OptionsOf(target, start), cancellationToken).ConfigureAwait(false);
        return new ExpressOutcome(result, started, _time.GetUtcNow());
    }

    /// <summary>Starts an execution that goes on by itself.</summary>
    /// <returns>When it started.</returns>
    public DateTimeOffset Start(StartTarget target, ExpressStart start)
    {
        DateTimeOffset started = _time.GetUtcNow();
        Task run = Task.Run(() => RunAsync(target, start, _stop.Token).AsTask());
        _running.TryAdd(run, 0);
        _ = run.ContinueWith(ended => _running.TryRemove(ended, out _), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        return started;
    }

    /// <summary>Waits for those that run, and stops them when that takes too long.</summary>
    public async Task StopAsync(TimeSpan patience)
    {
        Task all = Task.WhenAll(_running.Keys);
        try
        {
            await all.WaitAsync(patience, _time).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            await _stop.CancelAsync().ConfigureAwait(false);
            await all.ConfigureAwait(false);
        }
    }

    private ExecutionOptions OptionsOf(StartTarget target, ExpressStart start) => options with
    {
        Name = start.Name,
        ExecutionArn = start.ExecutionArn,
        StateMachineArn = target.Machine.Arn,
        StateMachineName = target.Machine.Name,
        RoleArn = target.Settings.RoleArn,
        StateMachineVersionArn = target.VersionArn,
        StateMachineAliasArn = target.AliasArn,
        TraceHeader = start.TraceHeader,
        TestCase = target.TestCase,
        History = observers.OfExpress(start.ExecutionArn, target.Machine.Arn),
    };
}
