namespace Compiled.MapRuns;

/// <summary>Runs children in memory, as executions of their own with the options of their parent.</summary>
internal sealed class MemoryChildren(Workflow child, ExecutionOptions options, ClockGate? gate) : IMapRunChildren
{
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
        ValueTask<ExecutionResult> run = child.ExecuteAsync(wanted.Input, own, gate, cancellationToken);
        return run.IsCompletedSuccessfully
            ? ValueTask.FromResult(Outcome(run.Result, started))
            : AwaitAsync(run, started);
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
