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
    private void StartMapRun(Held held, bool isAgain)
    {
        held.IsInHand = true;
        _isParked = false;
        MapRunRequest request = held.Frame.MapRun!;
        MapRun run = new(request, new MapRunOptions
        {
            Children = new DurableChildren(_engine, Id, held.Effect, Machine.ChildOf(request), isAgain),
            ObjectStore = Workflow.DefaultOptions.ObjectStore,
            TimeProvider = _engine.Time,
            Gate = _engine.Gate,
        });
        _engine.Gate.Enter();
        _ = EndMapRunAsync(held, run, held.NewCancellation());
    }

    private async Task EndMapRunAsync(Held held, MapRun run, CancellationToken cancellationToken)
    {
        JsonValue result;
        try
        {
            // What children do at once is not done on the thread of their parent.
            await Task.Yield();
            result = await run.RunAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception bug)
        {
            result = HandlerFailure.Of(bug, Workflow);
        }

        if (!_engine.IsStopping)
            Post(new MapRunEndedMessage(held, result));
        _engine.Gate.Leave();
    }
}
