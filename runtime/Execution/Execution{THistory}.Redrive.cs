using Compiled.History;

namespace Compiled.Execution;

/// <summary>Going on after an end without success. FEATURES X-040..X-043, docs/decisions/0012.</summary>
public sealed partial class Execution<THistory>
{
    // AWS, "Restarting state machine executions with redrive": the unsuccessful states run again with the same input, in the same execution.
    private Next Redrive(in Signal signal, out Frame<THistory>? frame)
    {
        frame = null;
        if (!THistory.IsOn)
            throw new InvalidOperationException("An execution that keeps no history can't be redriven: its flows don't keep what they would go back to.");
        // one event for the redrive, and one for the end.
        if (Events >= EventLimit)
            return Next.Fail;
        if (signal.Ticks != 0)
            Ticks = signal.Ticks;
        Status = ExecutionStatus.Running;
        Fault = null;
        CountRedrive();
        // The last event is the one that ended the execution.
        int tip = Record(HistoryEventType.ExecutionRedriven, Events, default, number: RedriveCount);
        _handed = null;
        _outstanding?.Clear();
        _ready = null;
        RedrivenFlows<THistory> redriven = new();
        Renew(_root, redriven, tip);
        Restarts = redriven;
        return RunReady(out frame);
    }

    // Recursive, since fans are nested as deep as the definition nests them.
    private static void Renew(Frame<THistory> frame, RedrivenFlows<THistory> redriven, int tip)
    {
        frame.Renew(tip);
        if (frame.Fan is not { } fan)
        {
            redriven.Flows.Enqueue(frame);
            return;
        }

        fan.Reopen(tip);
        redriven.Fans.Push(fan);
        for (Frame<THistory>? child = fan.First; child is not null; child = child.NextSibling)
            Renew(child, redriven, tip);
    }

    /// <summary>Runs the next flow that was interrupted; false when all have been, so that fans may start what they had not started.</summary>
    private bool TryRestart(out Frame<THistory>? started, out Signal signal)
    {
        signal = new Signal(SignalKind.Redrive);
        RedrivenFlows<THistory> redriven = (RedrivenFlows<THistory>)Restarts!;
        if (redriven.Flows.TryDequeue(out started))
            return true;
        Restarts = null;
        while (redriven.Fans.TryPop(out Fan<THistory>? fan))
            MakeReady(fan);
        return false;
    }
}
