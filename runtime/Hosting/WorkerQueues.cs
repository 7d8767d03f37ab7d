using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Compiled.Hosting;

/// <summary>
/// The starts that wait for a worker. Those that come from a worker's own thread wait in a queue of that worker, so that they run where their input was read: to move it to another
/// processor takes longer than a short workflow. Workers without any take them all the same, and every so often the others look there first, so that no start waits for good.
/// </summary>
internal sealed class WorkerQueues
{
    // Of as many turns a worker looks into its own queue first in all but two: in one of these into the common one, in the other into those of the other workers.
    private const uint Turns = 32;

    [ThreadStatic]
    private static WorkerQueue? t_own;

    private readonly ConcurrentQueue<ExpressExecution> _common = new();
    private readonly WorkerQueue[] _workers;

    public WorkerQueues(int workers)
    {
        _workers = new WorkerQueue[workers];
        for (int i = 0; i < workers; i++)
            _workers[i] = new WorkerQueue(this, i);
    }

    public bool IsEmpty
    {
        get
        {
            if (!_common.IsEmpty)
                return false;
            foreach (WorkerQueue worker in _workers)
            {
                if (!worker.Starts.IsEmpty)
                    return false;
            }

            return true;
        }
    }

    /// <summary>The number of the worker whose thread this is; below zero on others.</summary>
    public int Here => t_own is { } own && ReferenceEquals(own.Queues, this) ? own.Number : -1;

    public void Enqueue(ExpressExecution execution) => (Here is >= 0 and int own ? _workers[own].Starts : _common).Enqueue(execution);

    /// <summary>Takes a start, as whoever isn't a worker.</summary>
    public bool TryDequeue([NotNullWhen(true)] out ExpressExecution? execution) => _common.TryDequeue(out execution) || TrySteal(0, out execution);

    /// <summary>Takes a start, as a worker.</summary>
    /// <param name="own">The worker's own queue.</param>
    /// <param name="turn">How many it has taken.</param>
    /// <param name="execution">The start.</param>
    public bool TryDequeue(WorkerQueue own, uint turn, [NotNullWhen(true)] out ExpressExecution? execution)
    {
        uint phase = turn % Turns;
        if (phase != 0 && phase != Turns / 2 && own.Starts.TryDequeue(out execution))
            return true;
        return phase == 0
            ? TrySteal(own.Number + 1, out execution) || _common.TryDequeue(out execution)
            : _common.TryDequeue(out execution) || TrySteal(own.Number + 1, out execution);
    }

    /// <summary>Makes this thread a worker's, whose starts go into its queue until it leaves. As many can be as there are workers.</summary>
    public WorkerQueue Enter()
    {
        WorkerQueue? own = null;
        while (own is null)
            own = Array.Find(_workers, static worker => worker.TryEnter());
        return t_own = own;
    }

    /// <summary>Ends that. What is left in the queue, others take.</summary>
    public static void Leave(WorkerQueue own)
    {
        t_own = null;
        own.Leave();
    }

    // The queues of the others, beginning behind the worker's own, which comes last.
    private bool TrySteal(int first, [NotNullWhen(true)] out ExpressExecution? execution)
    {
        for (int i = 0; i < _workers.Length; i++)
        {
            if (_workers[(first + i) % _workers.Length].Starts.TryDequeue(out execution))
                return true;
        }

        execution = null;
        return false;
    }
}
