using System.Collections.Concurrent;
using Compiled.Durable.Journal;

namespace Compiled.Durable.Engine;

/// <summary>
/// The tasks that wait for another execution's end. They need no handler meanwhile, so their executions can be put away; the store has them too, and a
/// host reads them when it opens it.
/// </summary>
internal sealed class Awaiting(Engine engine)
{
    private readonly ConcurrentDictionary<(long Execution, int Effect), long> _children = [];
    private readonly ConcurrentDictionary<long, ConcurrentDictionary<(long Execution, int Effect), bool>> _parents = [];

    public void Load()
    {
        foreach (HeldTask task in engine.Store.ListAwaiting())
            Add(task.Execution, task.Effect, task.Child);
    }

    /// <summary>Wakes and stops what a process that died did not; called once, when the host starts.</summary>
    public void Start()
    {
        foreach (((long execution, int effect), long child) in _children)
        {
            bool isChildRunning = engine.Store.Find(child) is { Status: ExecutionStatus.Running };
            if (engine.Store.Find(execution) is not { Status: ExecutionStatus.Running } parent)
                _ = AbandonAsync(execution, effect, child);
            else if (!isChildRunning)
                engine.Runs.Send(parent.Id, new ChildEndedMessage(effect));
        }
    }

    public void Add(long execution, int effect, long child)
    {
        _children[(execution, effect)] = child;
        _parents.GetOrAdd(child, static _ => [])[(execution, effect)] = true;
    }

    public void Remove(long execution, int effect)
    {
        if (_children.TryRemove((execution, effect), out long child) && _parents.TryGetValue(child, out ConcurrentDictionary<(long, int), bool>? parents)
            && parents.TryRemove((execution, effect), out _) && parents.IsEmpty)
        {
            _parents.TryRemove(new KeyValuePair<long, ConcurrentDictionary<(long, int), bool>>(child, parents));
            // Somebody may have begun to wait between the look and the removal.
            foreach ((long Execution, int Effect) late in parents.Keys)
                Add(late.Execution, late.Effect, child);
        }
    }

    /// <summary>The execution for which an effect waits; 0 for none.</summary>
    public long ChildOf(long execution, int effect) => _children.GetValueOrDefault((execution, effect));

    /// <summary>Whether a task of an execution waits for another.</summary>
    public bool Awaits(long execution, long child)
        => _parents.TryGetValue(child, out ConcurrentDictionary<(long Execution, int Effect), bool>? parents) && parents.Keys.Any(parent => parent.Execution == execution);

    /// <summary>An execution has ended, durably.</summary>
    public void Ended(long child)
    {
        if (!_parents.TryGetValue(child, out ConcurrentDictionary<(long Execution, int Effect), bool>? parents))
            return;
        foreach ((long execution, int effect) in parents.Keys)
        {
            try
            {
                engine.Runs.Send(execution, new ChildEndedMessage(effect));
            }
            catch (JournalUnavailableException)
            {
                // When it is brought back it sees for itself that the child has ended.
                engine.Alarms.Arm(execution, engine.NowTicks + TimeSpan.TicksPerSecond);
            }
        }
    }

    /// <summary>Stops the execution for which a task waited that is over by other means (T-095); a host that dies before it does so when it starts again.</summary>
    public async Task AbandonAsync(long execution, int effect, long child)
    {
        engine.Work.Begin();
        try
        {
            if (engine.Store.Find(child) is { Status: ExecutionStatus.Running })
            {
                ExecutionRow? parent = engine.Store.Find(execution);
                StopMessage stop = new(null, Tasks.Nested.NestedCall.AbandonedBy(parent is null ? null : LocalArns.Execution(parent)));
                Task answer = stop.Answer;
                if (engine.Runs.Send(child, stop))
                    await answer.ConfigureAwait(false);
            }

            await engine.Writer.WriteAsync(store =>
            {
                store.DeleteHeldTask(execution, effect);
                return true;
            }).ConfigureAwait(false);
            Remove(execution, effect);
        }
        catch (Exception failure) when (failure is ObjectDisposedException or JournalUnavailableException or ExecutionLostException)
        {
            // The host ends; the next one finds the row.
        }
        finally
        {
            engine.Work.End();
        }
    }
}
