using Compiled.Durable.Journal;
using Compiled.Execution;
using Compiled.MapRuns;
using Compiled.Values;

namespace Compiled.Durable.Engine;

/// <summary>
/// Runs of distributed Maps. A run goes on in the process that has its execution; after a crash it reads its source again, and finds its children
/// by their names.
/// </summary>
internal sealed partial class Run
{
    /// <summary>A Map Run ended by itself.</summary>
    public void MapRunEnded(Held held, MapRun run, in JsonValue result)
    {
        if (held.IsOver)
            return;
        // The kernel lets no result pass that is too large.
        bool hasFailed = result.IsFailure || KernelFaults.SizeFault(in result, held.State.Name) is not null;
        held.HasEnded = true;
        ChangeMapRun(held, Ended(hasFailed ? MapRunStatus.Failed : MapRunStatus.Succeeded, run));
        Feed(held, SignalKind.Reply, in result);
    }

    // Written with the step in which the kernel asked for the run.
    private void KeepMapRun(Held held)
    {
        MapRunRequest request = held.MapRun!;
        MapRunSettings settings = request.Settings;
        StoredMapRun begun = new(
            Id, request.Effect, request.Arn, MapRunStatus.Running, request.StartTime.UtcTicks, MaxConcurrency: settings.MaxConcurrency,
            ToleratedFailureCount: settings.ToleratedFailureCount, ToleratedFailurePercentage: settings.ToleratedFailurePercentage);
        (_alongside ??= []).Add(store => store.PutMapRun(begun));
        if (request.RedriveCount > 0)
            ChangeMapRun(held, new MapRunChange { Status = MapRunStatus.Running, EndedTicks = 0, RedriveCount = request.RedriveCount, RedrivenTicks = _ticks });
    }

    // Nobody waits for the run any more, and it stops its children.
    private void AbortMapRun(Held held) => ChangeMapRun(held, Ended(MapRunStatus.Aborted, _engine.MapRuns.Find(held.MapRun!.Arn)));

    private MapRunChange Ended(MapRunStatus status, MapRun? run)
        => new() { Status = status, EndedTicks = _ticks, Items = run?.ItemCounts, Executions = run?.ExecutionCounts };

    private void ChangeMapRun(Held held, MapRunChange change)
    {
        int effect = held.MapRun!.Effect;
        (_alongside ??= []).Add(store => store.ChangeMapRun(Id, effect, change));
    }

    private void StartMapRun(Held held, bool isAgain)
    {
        held.IsInHand = true;
        _isParked = false;
        MapRunRequest request = held.MapRun!;
        DurableChildren children = new(_engine, Id, held.Effect, Machine.ChildOf(request), isAgain);
        MapRun run = new(request, new MapRunOptions
        {
            Children = children,
            ObjectStore = Workflow.DefaultOptions.ObjectStore,
            TimeProvider = _engine.Time,
            Gate = _engine.Gate,
        });
        _engine.Gate.Enter();
        _ = EndMapRunAsync(held, run, children, held.NewCancellation());
    }

    private async Task EndMapRunAsync(Held held, MapRun run, DurableChildren children, CancellationToken cancellationToken)
    {
        JsonValue result;
        try
        {
            // What children do at once is not done on the thread of their parent.
            await Task.Yield();
            result = await _engine.MapRuns.RunAsync(run, children, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception bug)
        {
            result = HandlerFailure.Of(bug, Workflow);
        }

        if (!_engine.IsStopping)
            Post(new MapRunEndedMessage(held, run, result));
        _engine.Gate.Leave();
    }
}
