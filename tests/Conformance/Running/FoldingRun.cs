using Compiled;
using Compiled.Execution;
using Compiled.History;
using Compiled.Testing;
using Compiled.Values;

namespace Conformance.Running;

/// <summary>
/// Runs an execution the way a durable host does, in the extreme: the only thing kept between two signals is the journal, the
/// signals as serialised records. Before each signal the whole execution is made anew and all records are folded into it. Whatever
/// the kernel would keep elsewhere, or make differently a second time, shows as a difference.
/// </summary>
internal sealed class FoldingRun
{
    private readonly Func<Execution<RecordedHistory>, Frame<RecordedHistory>> _newRoot;
    private readonly Workflow _workflow;
    private readonly MachineInfo _machine;
    private readonly ExecutionStart _start;
    private readonly VirtualTimeProvider _time;
    private readonly OutsideWorld _world;
    private readonly List<byte[]> _journal = [];

    /// <summary>Makes a run that has not started.</summary>
    public FoldingRun(Workflow workflow, ExecutionStart start, OutsideWorld world)
    {
        _workflow = workflow;
        _machine = workflow.Machine;
        _newRoot = WorkflowRoot.Of(workflow);
        _start = start;
        _time = world.Time;
        _world = world;
    }

    /// <summary>Runs to the end, or to where nothing can happen any more; gives the execution as it is then, and its events.</summary>
    public (ExecutionRun Run, InMemoryHistory History) Run(CancellationToken cancellationToken)
    {
        Append(new Signal(SignalKind.Start, time: _time.GetUtcNow()));
        DateTimeOffset limit = _time.GetUtcNow() + TimeSpan.FromSeconds(_machine.LimitSeconds);
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            (Execution<RecordedHistory> execution, InMemoryHistory history, Next next, Frame? frame) = Fold();
            if (execution.Status != ExecutionStatus.Running) return (execution, history);
            if (frame is not null)
            {
                Append(_world.Begin(_workflow, frame, next) is { } reply ? At(reply) : At(new Signal(SignalKind.Resume)));
            }
            else if (_world.NextSignal(execution, limit) is { } signal)
            {
                Append(At(signal));
            }
            else
            {
                return (execution, history);
            }
        }
    }

    private (Execution<RecordedHistory> Execution, InMemoryHistory History, Next Next, Frame? Frame) Fold()
    {
        InMemoryHistory history = new();
        Execution<RecordedHistory> execution = new(_machine, in _start, new RecordedHistory(history), _newRoot);
        Next next = Next.Idle;
        Frame<RecordedHistory>? frame = null;
        foreach (byte[] record in _journal) next = execution.Advance(SignalRecord.Read(record), out frame);
        return (execution, history, next, frame);
    }

    private void Append(in Signal signal) => _journal.Add(SignalRecord.Write(in signal));

    private Signal At(in Signal signal) => new(signal.Kind, signal.Effect, signal.Value, _time.GetUtcNow());
}
