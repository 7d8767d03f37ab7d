using Compiled.Durable.Journal;
using Compiled.Execution;
using Compiled.Values;

namespace Compiled.Durable.Engine;

/// <summary>Tasks that wait with something to keep: for another execution's end, or with heartbeats.</summary>
internal sealed partial class Run
{
    // What is written with the next step beside its segment.
    private List<Action<IJournalStore>>? _alongside;
    private List<(int Effect, long Child)>? _abandoned;

    /// <summary>The execution has ended for which a task waits: its handler is called again, finds it, and gives the result.</summary>
    public void ChildEnded(int effect)
    {
        if (_engine.Options.BeginsNothing || Find(effect) is not { IsOver: false, Child: not 0, IsInHand: false } held)
            return;
        _isParked = held.IsDetached = false;
        Call(held);
    }

    /// <summary>Heartbeats are kept as far as a crash would lengthen the wait for the next by more than a period.</summary>
    public void Beat(Held held)
    {
        held.ExpectHeartbeat(_ticks);
        if (held.IsInHand || !held.ShouldKeepHeartbeat())
            return;
        HeldTask kept = Keep(held);
        _ = _engine.Writer.WriteAsync(store =>
        {
            store.PutHeldTask(kept);
            return true;
        }).ContinueWith(static task => _ = task.Exception, TaskScheduler.Default);
    }

    private HeldTask Keep(Held held)
    {
        held.IsKept = true;
        return new HeldTask(Id, held.Effect, held.Child, held.KeptHeartbeatTicks);
    }

    // The handler started an execution, or found the one that it had started, and needs to do nothing until that has ended.
    private void Await(Held held, string executionArn, in JsonValue submitted)
    {
        if (LocalArns.Parse(executionArn) is not var (machine, name) || _engine.Store.Find(machine, name) is not { } child)
            throw new JournalMismatchException($"The execution {executionArn}, for which '{held.State.Name}' waits, is not in the journal.");
        held.IsDetached = true;
        held.Child = child.Id;
        _engine.Awaiting.Add(Id, held.Effect, child.Id);
        HeldTask kept = Keep(held);
        (_alongside ??= []).Add(store => store.PutHeldTask(kept));
        if (!held.Frame.IsSubmitted)
            Feed(SignalKind.Submitted, held.Effect, in submitted);
        // Looked at after the wait was made known, so that no end goes by unseen.
        SeeChild(held);
    }

    private void SeeChild(Held held)
    {
        if (_engine.Store.Find(held.Child) is not { Status: ExecutionStatus.Running })
            PostOwn(new ChildEndedMessage(held.Effect));
    }

    private void Forget(Held held)
    {
        if (!held.IsKept)
            return;
        if (held.Child != 0 && !held.IsInHand && held.IsDetached)
        {
            // Nobody gave its result: the task timed out, was aborted, or its execution ended.
            (_abandoned ??= []).Add((held.Effect, held.Child));
            return;
        }

        (_alongside ??= []).Add(store => store.DeleteHeldTask(Id, held.Effect));
        _engine.Awaiting.Remove(Id, held.Effect);
    }

    private void Abandon()
    {
        foreach ((int effect, long child) in _abandoned ?? [])
            _ = _engine.Awaiting.AbandonAsync(Id, effect, child);
        _abandoned = null;
    }
}
