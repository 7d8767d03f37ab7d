using Compiled.Durable.Journal;
using Compiled.Execution;
using Compiled.MapRuns;

namespace Compiled.Durable.Engine;

/// <summary>
/// Runs the children of a Map Run as durable executions. Their names follow from the run and their number, so that after a crash those that are there
/// are found again: what has ended is taken as it is, what runs is waited for. In a redrive what has not succeeded goes on, or starts anew.
/// </summary>
/// <param name="engine">The engine.</param>
/// <param name="parent">The execution that the run belongs to.</param>
/// <param name="attempt">
/// Its effect that the run is now. The signals that start and redrive children in a redrive have it, which tells what was done in this attempt from what
/// was done before.
/// </param>
/// <param name="machine">The machine of the children.</param>
/// <param name="isAgain">The run was begun before, by a process that died or before a redrive.</param>
internal sealed partial class DurableChildren(Engine engine, long parent, int attempt, Machine machine, bool isAgain) : IMapRunChildren
{
    public async ValueTask<MapRunOutcome> RunAsync(MapRunChild wanted, CancellationToken cancellationToken)
    {
        ExecutionRow? row = isAgain ? Find(wanted) : null;
        MapRunOutcome outcome = row is null
            ? await StartAsync(wanted, wanted.Name, wanted.Seed, cancellationToken).ConfigureAwait(false)
            : wanted.Run.RedriveCount == 0 || row.Status == ExecutionStatus.Succeeded || IsOfAttempt(row)
                ? await EndAsync(row, null, cancellationToken).ConfigureAwait(false)
                : await RedriveAsync(wanted, row, cancellationToken).ConfigureAwait(false);
        TellNow();
        return outcome;
    }

    // An Express child that was started anew has a name of its own, so the newest of the number is looked for.
    private ExecutionRow? Find(MapRunChild wanted)
        => wanted.Run.RedriveCount == 0
            ? engine.Store.Find(wanted.Run.StateMachineArn, wanted.Name)
            : engine.Store.ListChildren(parent, wanted.Run.Effect, wanted.Index, wanted.Run.RedriveCount + 1).LastOrDefault(row => row.Head.Item == wanted.Index);

    private bool IsOfAttempt(ExecutionRow row)
    {
        List<SignalRecord> signals = [];
        foreach (Segment segment in engine.Store.ReadSegments(row.Id))
            SegmentBody.ReadSignals(segment.Body.Span, signals);
        return signals.FindLast(static signal => signal.Kind is SignalKind.Start or SignalKind.Redrive).Effect == attempt;
    }

    private async ValueTask<MapRunOutcome> RedriveAsync(MapRunChild wanted, ExecutionRow row, CancellationToken cancellationToken)
    {
        // The execution ended while the child was being stopped, and a crash came between.
        if (row.Status == ExecutionStatus.Running)
            await EndAsync(row, new StopMessage(null, null), cancellationToken).ConfigureAwait(false);
        if (wanted.Run.ChildType == MachineType.Express)
        {
            _run!.Redriven(wanted.ItemCount);
            return await StartAsync(wanted, wanted.Run.RestartName(wanted.Index), wanted.Run.RestartSeed(wanted.Index), cancellationToken).ConfigureAwait(false);
        }

        // AWS, "Redriving Map Runs": a child whose history is full counts as failed.
        RedriveMessage redrive = new(attempt);
        EndWaiter waiter = engine.Waiters.Add(row.Id, engine.Gate.Enter);
        if (engine.Store.LastEvent(row.Id) >= Redrive.EventLimit || !engine.Runs.SendToEnded(row.Id, redrive))
        {
            engine.Waiters.Remove(row.Id, waiter);
            _run!.NotRedrivable(wanted.ItemCount);
            return OutcomeOf(row.Id);
        }

        await redrive.Answer.ConfigureAwait(false);
        _run!.Redriven(wanted.ItemCount);
        await AwaitAsync(row.Id, waiter.Task, null, cancellationToken).ConfigureAwait(false);
        return OutcomeOf(row.Id);
    }

    private async ValueTask<MapRunOutcome> StartAsync(MapRunChild wanted, string name, ulong seed, CancellationToken cancellationToken)
    {
        MapRunRequest run = wanted.Run;
        DateTimeOffset now = engine.Time.GetUtcNow();
        long id = engine.NewId();
        ExecutionStart start = new()
        {
            Input = wanted.Input,
            Time = now,
            Seed = seed,
            Name = name,
            ExecutionArn = run.ChildArn(name),
            StateMachineArn = run.StateMachineArn,
            StateMachineName = run.StateMachineName,
            TestCase = run.TestCase,
            TokenPrefix = id,
        };
        ExecutionHead head = new(run.StateMachineArn, name, run.ChildType, machine.Hash, now.UtcTicks, parent, run.Effect, wanted.Index);
        Task<ExecutionResult> ended = engine.Waiters.Add(id, engine.Gate.Enter).Task;
        Run started = new(engine, machine, id, in start, head);
        engine.Runs.Add(started);
        await started.StartAsync(run.RedriveCount == 0 ? 0 : attempt).ConfigureAwait(false);
        await AwaitAsync(id, ended, null, cancellationToken).ConfigureAwait(false);
        ExecutionResult result = await ended.ConfigureAwait(false);
        return new MapRunOutcome
        {
            Status = result.Status,
            Output = result.Output,
            Error = result.Error,
            Cause = result.Cause,
            StartDate = now,
            StopDate = engine.Time.GetUtcNow(),
        };
    }

    private async ValueTask<MapRunOutcome> EndAsync(ExecutionRow row, Message? message, CancellationToken cancellationToken)
    {
        EndWaiter waiter = engine.Waiters.Add(row.Id, engine.Gate.Enter);
        if (engine.Store.Find(row.Id) is { Status: ExecutionStatus.Running })
            await AwaitAsync(row.Id, waiter.Task, message, cancellationToken).ConfigureAwait(false);
        else
        {
            engine.Waiters.Remove(row.Id, waiter);
            // It ended after the wait began, and the gate was entered for it.
            if (!waiter.TryForget())
                engine.Gate.Leave();
        }

        return OutcomeOf(row.Id);
    }

    private async Task AwaitAsync(long id, Task ended, Message? message, CancellationToken cancellationToken)
    {
        using CancellationTokenRegistration stop = cancellationToken.UnsafeRegister(_ => engine.Runs.Send(id, new StopMessage(null, null)), null);
        // An execution that nothing has brought back since the crash goes on by itself only when its time comes.
        if (message is not null)
            engine.Runs.Send(id, message);
        else
            engine.Runs.TryLoad(id);
        // The run rests while its child does; from the child's end on it holds the gate again.
        engine.Gate.Leave();
        await ended.ConfigureAwait(false);
    }

    private MapRunOutcome OutcomeOf(long id)
    {
        ExecutionDescription description = engine.Reader.Describe(engine.Store.Find(id)!);
        return new MapRunOutcome
        {
            Status = description.Status,
            Output = description.Output,
            Error = description.Error,
            Cause = description.Cause,
            StartDate = description.Summary.StartDate,
            StopDate = description.Summary.StopDate ?? default,
        };
    }
}
