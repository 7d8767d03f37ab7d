using System.Diagnostics;
using Compiled.Testing;
using Compiled.Values;

namespace Compiled.MapRuns;

/// <summary>Runs children in memory, as executions of their own with the options of their parent.</summary>
internal sealed class MemoryChildren(Workflow child, ExecutionOptions options, ClockGate? gate) : IMapRunChildren
{
    // Some ten times what it costs to start on another thread.
    private static readonly TimeSpan s_long = TimeSpan.FromMicroseconds(200);

    private volatile bool _keepsThread;

    public ValueTask<MapRunOutcome> RunAsync(MapRunChild wanted, CancellationToken cancellationToken)
    {
        ExecutionOptions own = options with
        {
            Name = wanted.Name,
            ExecutionArn = wanted.ExecutionArn,
            StateMachineArn = wanted.Run.StateMachineArn,
            StateMachineName = wanted.Run.StateMachineName,
            Seed = wanted.Seed,
            RecordHistory = false,
            History = options.ChildHistory?.Invoke(wanted),
        };
        DateTimeOffset started = options.TimeProvider.GetUtcNow();
        // Most children do nothing but await; those go on faster without another thread. After one that kept this thread to itself the next goes to the
        // pool, so that handlers that work without awaiting work side by side. On a virtual clock everything happens in one order.
        ValueTask<ExecutionResult> run = _keepsThread && options.TimeProvider is not VirtualTimeProvider
            ? new(Task.Run(() => Start(wanted.Input, own, cancellationToken).AsTask(), CancellationToken.None))
            : Start(wanted.Input, own, cancellationToken);
        return run.IsCompletedSuccessfully
            ? ValueTask.FromResult(Outcome(run.Result, started))
            : AwaitAsync(run, started);
    }

    private ValueTask<ExecutionResult> Start(JsonValue input, ExecutionOptions own, CancellationToken cancellationToken)
    {
        long began = Stopwatch.GetTimestamp();
        ValueTask<ExecutionResult> run = child.ExecuteAsync(input, own, gate, cancellationToken);
        _keepsThread = Stopwatch.GetElapsedTime(began) > s_long;
        return run;
    }

    private async ValueTask<MapRunOutcome> AwaitAsync(ValueTask<ExecutionResult> run, DateTimeOffset started)
        => Outcome(await run.ConfigureAwait(false), started);

    private MapRunOutcome Outcome(ExecutionResult result, DateTimeOffset started) => new()
    {
        Status = result.Status,
        Output = result.Output,
        Error = result.Error,
        Cause = result.Cause,
        StartDate = started,
        StopDate = options.TimeProvider.GetUtcNow(),
    };
}
