using Compiled.MapRuns;

namespace Compiled.Execution;

/// <summary>
/// Map Runs, and who moves a virtual clock: the execution at the root, when neither it nor any run or child below it can do something at the
/// present moment. Children say through the gate when they rest and what they wait for.
/// </summary>
internal partial class Driver<THistory>
{
    private ClockGate? _gate;
    private int _countedWorking, _countedWaiting;

    private bool IsChild => _gate is not null && _clock is null;

    private void StartMapRun(Frame<THistory> frame)
    {
        if (_clock is not null)
            _gate ??= new ClockGate(() => Post(new WakeMessage(), onPool: false));
        PendingMapRun pending = new(this, frame, _gate);
        Link(frame, pending);
        pending.Start();
    }

    // The order matters: what is outstanding is counted before others can wake the pump, and its share of the gate is given back last.
    private void CountOutstanding()
    {
        if (!IsChild)
            return;
        (_countedWorking, _countedWaiting) = Outstanding(_pending);
        _gate!.Count(_countedWorking, _countedWaiting);
    }

    private void UncountOutstanding()
    {
        if (IsChild)
            _gate!.Count(-_countedWorking, -_countedWaiting);
    }

    private void Rest()
    {
        if (IsChild)
            _gate!.Leave();
    }

    private void GoOn()
    {
        if (!IsChild)
            return;
        _gate!.Enter();
        UncountOutstanding();
    }

    /// <summary>How many handlers are at work, and how many tasks wait for somebody.</summary>
    private static (int Working, int Waiting) Outstanding(PendingEffect? first)
    {
        int working = 0, waiting = 0;
        for (PendingEffect? pending = first; pending is not null; pending = pending.NextPending)
        {
            working += pending.IsHandlerRunning ? 1 : 0;
            waiting += pending is PendingCall ? 1 : 0;
        }

        return (working, waiting);
    }
}
