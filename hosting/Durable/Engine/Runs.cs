using System.Collections.Concurrent;
using Compiled.Durable.Journal;
using Compiled.MapRuns;

namespace Compiled.Durable.Engine;

/// <summary>The executions that are in memory, and the way to those that aren't.</summary>
internal sealed class Runs(Engine engine)
{
    private readonly ConcurrentDictionary<long, Run> _runs = [];

    // Two senders must not bring one execution back twice.
    private readonly Lock[] _loading = [.. Enumerable.Range(0, 64).Select(static _ => new Lock())];

    /// <summary>How many executions are in memory.</summary>
    public int Count => _runs.Count;

    /// <summary>The executions in memory.</summary>
    public IEnumerable<Run> InMemory => _runs.Values;

    public void Add(Run run) => _runs[run.Id] = run;

    public void Remove(Run run) => _runs.TryRemove(new KeyValuePair<long, Run>(run.Id, run));

    public Run? InMemoryOrNull(long id) => _runs.GetValueOrDefault(id);

    /// <summary>Hands a message to an execution, and brings it back from the journal for that; false when it doesn't run.</summary>
    public bool Send(long id, Message message)
    {
        for (; ; )
        {
            if (_runs.TryGetValue(id, out Run? run))
            {
                if (run.Post(message))
                    return true;
                Remove(run);
            }

            if (!TryLoad(id))
                return false;
        }
    }

    /// <summary>Hands a message to an execution that has ended; false when it can't be brought back.</summary>
    public bool SendToEnded(long id, Message message)
    {
        lock (_loading[id % _loading.Length])
        {
            if (_runs.TryGetValue(id, out Run? run) && run.Post(message))
                return true;
            if (engine.IsStopping || engine.Store.Find(id) is not { } row || engine.Machines.Resolve(row) is not { } machine)
                return false;
            run = Run.Load(engine, machine, row, engine.Store.ReadSegments(id));
            _runs[id] = run;
            return run.Post(message);
        }
    }

    /// <summary>Brings an execution back unless it is in memory; false when it doesn't run, or can't be brought back now.</summary>
    public bool TryLoad(long id)
    {
        lock (_loading[id % _loading.Length])
        {
            if (_runs.ContainsKey(id))
                return true;
            if (engine.IsStopping || engine.Store.Find(id) is not { Status: ExecutionStatus.Running } row || engine.Machines.Resolve(row) is not { } machine)
                return false;
            Run run;
            try
            {
                run = Run.Load(engine, machine, row, engine.Store.ReadSegments(id));
            }
            catch (Exception broken) when (broken is not JournalUnavailableException)
            {
                engine.Broken(row, broken);
                return false;
            }

            _runs[id] = run;
            engine.HandlerFound(run);
            run.Post(IsOrphan(row) ? new StopMessage(null, null) : new ResumeMessage());
            return true;
        }
    }

    // A child whose Map Run is over was to be stopped with it when the process ended.
    private bool IsOrphan(ExecutionRow child)
        => child.Head is { Item: >= 0, Parent: > 0 } head
        && (engine.Store.ListMapRuns(head.Parent, head.ParentEffect - 1, 1) is [{ } run] && run.Effect == head.ParentEffect
            ? run.Status != MapRunStatus.Running
            : engine.Store.Find(head.Parent) is not { Status: ExecutionStatus.Running });
}
