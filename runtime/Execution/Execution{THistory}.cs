using Compiled.History;
using Compiled.Values;

namespace Compiled.Execution;

/// <summary>
/// One run of a machine, without I/O: signals in, effects out. Given the same start and the same signals it makes the same events,
/// ids, tokens and effects, so that a host resumes an execution by folding the signals that it kept.
/// </summary>
/// <remarks>
/// The host feeds <see cref="SignalKind.Start"/> and performs the effect that <see cref="Advance"/> hands out. If it completes at
/// once, the reply is the next signal; if not, <see cref="SignalKind.Resume"/> without an effect lets other flows go on until
/// <see cref="Next.Idle"/>, and replies follow as they come.
/// </remarks>
public sealed partial class Execution<THistory> : ExecutionRun where THistory : struct, IHistory
{
    private readonly THistory _history;
    private readonly Frame<THistory> _root;
    private Frame<THistory>? _handed;
    private Dictionary<int, Frame<THistory>>? _outstanding;
    private Fan<THistory>? _ready;

    /// <summary>Makes an execution that has not started.</summary>
    public Execution(MachineInfo machine, in ExecutionStart start, THistory history, Func<Execution<THistory>, Frame<THistory>> newRoot)
        : base(machine, in start)
    {
        _history = history;
        _root = newRoot(this);
    }

    /// <summary>Makes an execution of a workflow that has not started. <typeparamref name="THistory"/> is one of those that flows are emitted for.</summary>
    public Execution(Workflow workflow, in ExecutionStart start, THistory history)
        : base(workflow.Machine, in start)
    {
        _history = history;
        _root = workflow.Root(this);
    }

    internal Execution(Workflow workflow, in JsonValue input, long ticks, ExecutionOptions options, THistory history)
        : base(workflow.Machine, in input, ticks, options.TimeProvider, options)
    {
        _history = history;
        _root = workflow.Root(this);
    }

    /// <summary>The machine's own flow.</summary>
    public Frame<THistory> Root => _root;

    // No less than the bytes of all variables; counted anew when it comes to the limit.
    internal long VariableBound;

    internal IInspection? Inspection => _history.Inspection;

    internal long CountVariables() => _root.CountVariables();

    /// <summary>Whether nothing but the effect that was handed out last is outstanding or ready.</summary>
    internal bool IsAlone => (_outstanding is null || _outstanding.Count == 0) && _ready is null && (!THistory.IsOn || Restarts is null);

    /// <summary>
    /// Takes a signal and runs until an effect must be performed (its frame is given), nothing is ready, or the execution ended.
    /// A signal for an effect that is no longer outstanding is late and does nothing, as does one after the end that is not a redrive.
    /// </summary>
    public Next Advance(in Signal signal, out Frame<THistory>? frame)
    {
        frame = null;
        if (Status != ExecutionStatus.Running)
            return Status == ExecutionStatus.Succeeded ? Next.Succeed : signal.Kind == SignalKind.Redrive ? Redrive(in signal, out frame) : Next.Fail;
        if (signal.Ticks != 0 || !THistory.IsOn)
            Ticks = signal.Ticks;
        switch (signal.Kind)
        {
            case SignalKind.Start:
                RecordStart();
                _root.Begin(Input, 0);
                return Run(_root, in signal, out frame);
            case SignalKind.Stop:
                return End(ExecutionStatus.Aborted, signal.Value.AsFault ?? s_noError, HistoryEventType.ExecutionAborted, 0);
            case SignalKind.ExecutionTimedOut:
                return End(ExecutionStatus.TimedOut, KernelFaults.Timeout, HistoryEventType.ExecutionTimedOut, 0);
            case SignalKind.Resume when signal.Effect == 0:
                return RunReady(out frame);
            default:
                return Deliver(in signal, out frame);
        }
    }

    /// <summary>The frame whose effect with this id is outstanding; null when there is none.</summary>
    public Frame<THistory>? Find(int effect)
        => _handed?.Effect == effect ? _handed
            : _outstanding is not null && _outstanding.TryGetValue(effect, out Frame<THistory>? frame) ? frame : null;

    /// <summary>The flows whose effects are outstanding, in the order in which the effects began: what a host arms again after folding.</summary>
    public IReadOnlyList<Frame<THistory>> Outstanding()
    {
        List<Frame<THistory>> frames = _outstanding is null ? [] : [.. _outstanding.Values];
        if (_handed is not null)
            frames.Add(_handed);
        frames.Sort(static (a, b) => a.Effect.CompareTo(b.Effect));
        return frames;
    }

    private Next Deliver(in Signal signal, out Frame<THistory>? frame)
    {
        if (signal.Effect == 0 || Find(signal.Effect) is not { } target)
            return RunReady(out frame);
        if (signal.Kind is SignalKind.Started or SignalKind.Submitted)
        {
            RecordProgress(target, in signal);
            if (!Overflowed)
                return RunReady(out frame);
            frame = null;
            return EndOverflow(target);
        }

        if (ReferenceEquals(target, _handed))
            _handed = null;
        else
            _outstanding!.Remove(signal.Effect);
        target.Effect = 0;
        target.Host = null;
        if (signal.Kind is not (SignalKind.Reply or SignalKind.TimedOut))
            return Run(target, in signal, out frame);

        JsonValue result = Complete(target, signal.Kind, signal.Value);
        if (!Overflowed)
            return Run(target, new Signal(SignalKind.Reply, signal.Effect, in result, signal.Ticks), out frame);
        frame = null;
        return EndOverflow(target);
    }

    private Next RunReady(out Frame<THistory>? frame)
    {
        Park();
        frame = null;
        if (TryStart(out Frame<THistory>? started, out Signal signal))
            return Run(started!, in signal, out frame);
        return Overflowed ? EndOverflow(started!) : Next.Idle;
    }

    // One loop for all flows: going from a child to its parent, or to the next child, costs no stack.
    private Next Run(Frame<THistory> current, in Signal first, out Frame<THistory>? frame)
    {
        Signal signal = first;
        frame = null;
        for (; ; )
        {
            Next next = current.Advance(in signal);
            if (Overflowed)
                return EndOverflow(current);
            Frame<THistory>? following = null;
            switch (next)
            {
                case Next.Call or Next.Wait or Next.MapRun or Next.Checkpoint:
                    if (next == Next.Checkpoint)
                        current.Begin(next);
                    Park();
                    _handed = frame = current;
                    return next;
                case Next.Fan:
                    following = Open(current.Fan!, current.Tip, out signal);
                    break;
                case Next.Succeed when current.Owner is null:
                    return Succeed();
                case Next.Succeed:
                    following = Complete(current.Owner, current, out signal);
                    break;
                default:
                    if (current.Owner is null)
                        return End(ExecutionStatus.Failed, current.Failure!, HistoryEventType.ExecutionFailed, current.Tip);
                    following = current.Owner.Parent;
                    signal = FailFan(current.Owner, current, current.Failure!, current.Tip);
                    break;
            }

            if (!Overflowed && following is null && !TryStart(out following, out signal))
            {
                if (!Overflowed)
                    return Next.Idle;
            }

            if (Overflowed)
                return EndOverflow(following ?? current);
            current = following!;
        }
    }

    /// <summary>Keeps the effect that was handed out last until its reply comes.</summary>
    private void Park()
    {
        if (_handed is null)
            return;
        (_outstanding ??= []).Add(_handed.Effect, _handed);
        _handed = null;
    }
}
