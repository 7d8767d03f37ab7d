using System.Threading.Tasks.Sources;
using Compiled.History;
using Compiled.MapRuns;
using Compiled.Testing;
using Compiled.Values;

namespace Compiled.Execution;

/// <summary>
/// The host of an execution that can't end at once: it performs effects, and feeds what comes back. Any thread may post; one at a
/// time pumps.
/// </summary>
internal partial class Driver<THistory> : IDriver, IValueTaskSource<ExecutionResult>, IThreadPoolWorkItem
    where THistory : struct, IHistory
{
    private readonly IReadOnlyList<HistoryEvent>? _kept;
    private readonly RunObserver? _observer;
    private readonly VirtualTimeProvider? _clock;
    private readonly ExecutionContext? _context = ExecutionContext.Capture();
    private readonly CancellationTokenRegistration _stopRegistration;
    private readonly DueTimer _limit;
    private ManualResetValueTaskSourceCore<ExecutionResult> _source;
    private CancellationTokenSource? _spare;
    private PendingEffect? _pending;
    private SignalMessage? _end;

    public Driver(
        Workflow workflow, Execution<THistory> execution, ExecutionOptions options, IReadOnlyList<HistoryEvent>? kept, RunObserver? observer,
        CancellationTokenSource? spare, ClockGate? gate, CancellationToken cancellationToken)
    {
        (Workflow, Execution, Options, _kept, _observer, _spare) = (workflow, execution, options, kept, observer, spare);
        TimeProvider time = options.TimeProvider;
        // Without a history the execution began when it first had to wait, of which this is the first time mostly.
        DateTimeOffset started = THistory.IsOn ? execution.StartTime : new DateTimeOffset(execution.Started(time.GetUtcNow().UtcTicks), TimeSpan.Zero);
        _limit = new DueTimer(
            time, started + options.LimitOf(workflow.Machine), () => PostEnd(SignalKind.ExecutionTimedOut), workflow.Machine.TimeoutSeconds is null ? TimerKind.LimitOfType : TimerKind.Limit);
        // The clock of a Map Run's child is moved by the execution at the root.
        _gate = gate;
        if (gate is null && time is VirtualTimeProvider { AutoAdvance: true } clock)
        {
            _clock = clock;
            clock.SleeperChanged += Wake;
        }

        _stopRegistration = cancellationToken.UnsafeRegister(static driver => ((Driver<THistory>)driver!).PostEnd(SignalKind.Stop), this);
        options.StopGroup?.Add(this);
    }

    public Workflow Workflow { get; }

    public ExecutionOptions Options { get; }

    private protected Execution<THistory> Execution { get; set; }

    /// <summary>Goes on from what the kernel asked for, on this thread as far as it gets.</summary>
    public ValueTask<ExecutionResult> Start(Next next, Frame<THistory>? frame)
    {
        // Handlers run without the caller's context from the first on, not only once another thread has taken over.
        SynchronizationContext? callers = SynchronizationContext.Current;
        if (callers is not null)
            SynchronizationContext.SetSynchronizationContext(null);
        Pump(next, frame);
        if (callers is not null)
            SynchronizationContext.SetSynchronizationContext(callers);
        return new ValueTask<ExecutionResult>(this, _source.Version);
    }

    /// <summary>Goes on from a call that was made before there was a driver, and has not completed.</summary>
    public ValueTask<ExecutionResult> Start(Frame<THistory> frame, in ValueTask<JsonValue> reply, CancellationTokenSource cancel)
    {
        Await(frame, in reply, null, cancel);
        Next next = Advance(new Signal(SignalKind.Resume), inline: false, out Frame<THistory>? following);
        return Start(next, following);
    }

    public void Stop() => PostEnd(SignalKind.Stop);

    ExecutionResult IValueTaskSource<ExecutionResult>.GetResult(short token) => _source.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource<ExecutionResult>.GetStatus(short token) => _source.GetStatus(token);

    void IValueTaskSource<ExecutionResult>.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags)
        => _source.OnCompleted(continuation, state, token, flags);

    /// <summary>Feeds a signal; a host that keeps a journal overrides it.</summary>
    private protected virtual Next Advance(in Signal signal, bool inline, out Frame<THistory>? frame)
        => Execution.Advance(in signal, out frame);

    private protected long Ticks() => THistory.IsOn ? Options.TimeProvider.GetUtcNow().UtcTicks : 0;

    private void Pump(Next next, Frame<THistory>? frame)
    {
        try
        {
            while (next is not (Next.Succeed or Next.Fail))
            {
                if (!TryAnswer(next, frame, out Signal signal, out bool inline))
                    return;
                next = Advance(in signal, inline, out frame);
                EndAborted();
            }
        }
        catch (Exception bug)
        {
            Close();
            _source.SetException(bug);
            return;
        }

        ExecutionResult result = new(Execution, _kept);
        Close();
        _observer?.Ended(result);
        _source.SetResult(result);
    }

    /// <summary>Finds the signal that follows what the kernel asked for; false when it has to be waited for.</summary>
    private bool TryAnswer(Next next, Frame<THistory>? frame, out Signal signal, out bool inline)
    {
        inline = false;
        if (frame is not null && TryEnd(frame.Effect, out signal))
            return inline = true;
        switch (next)
        {
            case Next.Call:
                inline = TryCall(frame!, out signal);
                // A handler that ended because the execution is being stopped has not failed.
                if (inline && TryEnd(frame!.Effect, out Signal end))
                    signal = end;
                return true;
            case Next.Wait:
                _observer?.Waits(frame!);
                Link(frame!, new PendingWait(this, frame!));
                signal = new Signal(SignalKind.Resume);
                return true;
            case Next.MapRun:
                StartMapRun(frame!);
                signal = new Signal(SignalKind.Resume);
                return true;
            case Next.Checkpoint:
                signal = new Signal(SignalKind.Resume, frame!.Effect);
                return true;
            default:
                return TryReceive(out signal);
        }
    }

    private bool TryEnd(int effect, out Signal signal)
    {
        SignalMessage? end = Volatile.Read(ref _end);
        signal = end is null ? default : new Signal(end.Kind, effect, end.Value, Ticks());
        return end is not null;
    }

    private void PostEnd(SignalKind kind)
    {
        SignalMessage message = new(kind, null, default);
        if (Interlocked.CompareExchange(ref _end, message, null) is null)
            Post(message, onPool: true);
    }

    private void EndAborted()
    {
        while (Execution.TryTakeAborted(out AbortedEffect aborted))
        {
            if (aborted.Host is PendingEffect pending)
                End(pending);
        }
    }

    private void Link(Frame<THistory> frame, PendingEffect pending)
    {
        frame.Host = pending;
        pending.NextPending = _pending;
        if (_pending is not null)
            _pending.PreviousPending = pending;
        _pending = pending;
    }

    private protected void End(PendingEffect pending)
    {
        if (pending.IsOver)
            return;
        if (pending.PreviousPending is { } previous)
            previous.NextPending = pending.NextPending;
        else if (ReferenceEquals(_pending, pending))
            _pending = pending.NextPending;
        if (pending.NextPending is { } next)
            next.PreviousPending = pending.PreviousPending;
        if (_spare is null && pending is PendingCall call)
            _spare = call.TakeSource();
        pending.End(executionEnded: false);
    }

    private void Close()
    {
        CloseMailbox();
        _limit.Dispose();
        _stopRegistration.Unregister();
        Options.StopGroup?.Remove(this);
        if (_clock is not null)
            _clock.SleeperChanged -= Wake;
        for (PendingEffect? pending = _pending; pending is not null; pending = pending.NextPending)
            pending.End(executionEnded: true);
        _pending = null;
        _spare?.Dispose();
    }

    /// <summary>The outstanding effects, for a host that folds the execution again.</summary>
    private protected IEnumerable<PendingEffect> Outstanding()
    {
        for (PendingEffect? pending = _pending; pending is not null; pending = pending.NextPending)
            yield return pending;
    }
}
