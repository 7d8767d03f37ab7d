using Compiled.MapRuns;
using Compiled.Values;

namespace Compiled.Execution;

/// <summary>A Map Run that is being done; it and its children hold a virtual clock through the gate.</summary>
internal sealed class PendingMapRun : PendingEffect
{
    private readonly CancellationTokenSource _stop = new();
    private readonly ClockGate? _gate;
    private readonly MapRun _run;
    private JsonValue _result;

    public PendingMapRun(IDriver driver, Frame frame, ClockGate? gate)
        : base(driver, frame.Effect)
    {
        MapRunRequest request = frame.MapRun!;
        _gate = gate;
        _run = new MapRun(request, new MapRunOptions
        {
            Children = new MemoryChildren(driver.Workflow.ChildOf(request.State), driver.Options, gate),
            ObjectStore = driver.Options.ObjectStore,
            TimeProvider = driver.Options.TimeProvider,
            Gate = gate,
        });
    }

    /// <summary>Starts the run; what children do at once is done here.</summary>
    public void Start()
    {
        _gate?.Enter();
        Driver.Options.MapRunStarted?.Invoke(_run);
        _ = RunAsync();
    }

    public override bool TryOpen(out SignalKind kind, out JsonValue value)
    {
        (kind, value) = (SignalKind.Reply, _result);
        return !IsOver;
    }

    protected override void Release(bool executionEnded)
    {
        // The run's end, when it comes, has nobody to go to.
        if (_run.Status == MapRunStatus.Running)
            _stop.Cancel();
    }

    private async Task RunAsync()
    {
        try
        {
            _result = await _run.RunAsync(_stop.Token).ConfigureAwait(false);
        }
        catch (Exception bug)
        {
            _result = HandlerFailure.Of(bug, Driver.Workflow);
        }

        Driver.Post(this, onPool: false);
        _gate?.Leave();
    }
}
