using Compiled.Durable.Journal;
using Compiled.Execution;
using Compiled.MapRuns;

namespace Compiled.Durable.Engine;

/// <summary>
/// Runs the children of a Map Run as durable executions. Their names follow from the run and their number, so that after a crash those that are there
/// are found again: what has ended is taken as it is, what runs is waited for.
/// </summary>
/// <param name="engine">The engine.</param>
/// <param name="parent">The execution that the run belongs to.</param>
/// <param name="effect">Its effect that is the run.</param>
/// <param name="machine">The machine of the children.</param>
/// <param name="isAgain">The run was begun before, by a process that died or before a redrive.</param>
internal sealed class DurableChildren(Engine engine, long parent, int effect, Machine machine, bool isAgain) : IMapRunChildren
{
    public async ValueTask<MapRunOutcome> RunAsync(MapRunChild wanted, CancellationToken cancellationToken)
    {
        ExecutionRow? row = isAgain ? engine.Store.Find(wanted.Run.StateMachineArn, wanted.Name) : null;
        if (row is null)
            return await StartAsync(wanted, cancellationToken).ConfigureAwait(false);
        EndWaiter waiter = engine.Waiters.Add(row.Id, engine.Gate.Enter);
        if (engine.Store.Find(row.Id) is { Status: ExecutionStatus.Running })
            await AwaitAsync(row.Id, waiter.Task, cancellationToken).ConfigureAwait(false);
        else
            engine.Waiters.Remove(row.Id, waiter);
        return OutcomeOf(row.Id);
    }

    private async ValueTask<MapRunOutcome> StartAsync(MapRunChild wanted, CancellationToken cancellationToken)
    {
        MapRunRequest run = wanted.Run;
        DateTimeOffset now = engine.Time.GetUtcNow();
        long id = engine.NewId();
        ExecutionStart start = new()
        {
            Input = wanted.Input,
            Time = now,
            Seed = wanted.Seed,
            Name = wanted.Name,
            ExecutionArn = wanted.ExecutionArn,
            StateMachineArn = run.StateMachineArn,
            StateMachineName = run.StateMachineName,
            TokenPrefix = id,
        };
        ExecutionHead head = new(run.StateMachineArn, wanted.Name, run.ChildType, machine.Hash, now.UtcTicks, parent, effect, wanted.Index);
        Task<ExecutionResult> ended = engine.Waiters.Add(id, engine.Gate.Enter).Task;
        Run started = new(engine, machine, id, in start, head);
        engine.Runs.Add(started);
        await started.StartAsync().ConfigureAwait(false);
        await AwaitAsync(id, ended, cancellationToken).ConfigureAwait(false);
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

    private async Task AwaitAsync(long id, Task ended, CancellationToken cancellationToken)
    {
        using CancellationTokenRegistration stop = cancellationToken.UnsafeRegister(_ => engine.Runs.Send(id, new StopMessage(null, null)), null);
        // An execution that nothing has brought back since the crash goes on by itself only when its time comes.
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
