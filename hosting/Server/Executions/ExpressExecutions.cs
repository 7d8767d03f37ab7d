using Compiled.Hosting;
using Compiled.Server.Machines;
using Compiled.Server.Protocol;

namespace Compiled.Server.Executions;

/// <summary>Express executions: in memory, for five minutes at most, gone when they have ended. FEATURES .</summary>
internal sealed class ExpressExecutions(MachineWorkflows workflows, ExecutionOptions options, ExpressHostOptions host, ServerObservers observers) : IAsyncDisposable
{
    private readonly ExpressHost _host = new(host with { Execution = options, WhenFull = WhenFull.Refuses });
    private readonly TimeProvider _time = options.TimeProvider;

    /// <summary>Runs an execution to its end.</summary>
    public async ValueTask<ExpressOutcome> RunAsync(StartTarget target, ExpressStart start, CancellationToken cancellationToken)
    {
        DateTimeOffset started = _time.GetUtcNow();
        ExecutionResult result = await _host.RunAsync(WorkflowOf(target), start.Input, OptionsOf(target, start), cancellationToken).ConfigureAwait(false);
        return new ExpressOutcome(result, started, _time.GetUtcNow());
    }

    /// <summary>Starts an execution that goes on by itself.</summary>
    /// <returns>When it was accepted.</returns>
    /// <exception cref="ApiException">ThrottlingException: more starts wait than there is room for.</exception>
    public async ValueTask<DateTimeOffset> StartAsync(StartTarget target, ExpressStart start)
    {
        try
        {
            return (await _host.StartAsync(WorkflowOf(target), start.Input, OptionsOf(target, start)).ConfigureAwait(false)).StartDate;
        }
        catch (ExpressQueueFullException)
        {
            throw ApiErrors.Throttling();
        }
    }

    /// <summary>Takes no further starts, waits for what is queued and under way, and aborts it when that takes too long.</summary>
    public Task StopAsync() => _host.StopAsync();

    /// <summary>Aborts what a stop before has not ended.</summary>
    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync(new CancellationToken(canceled: true)).ConfigureAwait(false);
        await _host.DisposeAsync().ConfigureAwait(false);
    }

    private Workflow WorkflowOf(StartTarget target) => workflows.Get(target.Machine.Name, isExpress: true, target.Settings.Definition);

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
