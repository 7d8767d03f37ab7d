using System.Diagnostics;

namespace Compiled.Benchmarks.Durable;

/// <summary>
/// One of the executions that run at once. It hands in a step, and when it hears that it is durable, works out the next one on the thread pool, as an
/// engine does.
/// </summary>
internal sealed class LoadClient(LoadRun run) : IThreadPoolWorkItem
{
    private long _execution, _handedIn;
    private int _step;

    /// <summary>How long the steps took that were measured, in ticks of the stopwatch.</summary>
    public List<long> Latencies { get; } = new(1 << 16);

    /// <summary>The execution that the step belongs to.</summary>
    public long Execution => _execution;

    /// <summary>The step, from 0.</summary>
    public int Step => _step;

    /// <summary>Hands in the next step.</summary>
    public void Execute()
    {
        if (_execution == 0 || ++_step == run.Load.Steps)
        {
            (_step, _execution) = (0, run.NextExecution());
            if (run.IsOver)
            {
                run.Left();
                return;
            }
        }

        _handedIn = Stopwatch.GetTimestamp();
        run.HandIn(this);
    }

    /// <summary>Hears that the step is durable; called on the writer's thread.</summary>
    public void Done()
    {
        if (run.IsMeasured)
            Latencies.Add(Stopwatch.GetTimestamp() - _handedIn);
        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }
}
