using Compiled.Durable.Journal;
using Compiled.Execution;
using Compiled.History;
using Compiled.Values;

namespace Compiled.Durable.Engine;

/// <summary>Bringing an execution back from its journal.</summary>
internal sealed partial class Run
{
    // When tokens were handed out and activities' tasks queued, UTC ticks, and whether a worker took the task up since.
    private Dictionary<int, (long Ticks, bool IsStarted)>? _started;

    /// <summary>The time as the step that is being made sees it, UTC ticks.</summary>
    public long NowTicks => _ticks;

    /// <summary>Folds what was recorded, and gives the run as it was after its last step; nothing is begun yet.</summary>
    /// <exception cref="JournalMismatchException">The segments are not of this definition, or not whole.</exception>
    public static Run Load(Engine engine, Machine machine, ExecutionRow row, IReadOnlyList<Segment> segments)
    {
        if (segments.Count == 0 || SegmentBody.ReadStart(segments[0].Body.Span) is not { } start)
            throw new JournalMismatchException($"The execution {row.Head.Name} of {row.Head.StateMachineArn} has no first segment.");
        Run run = new(engine, machine, row.Id, in start);
        List<SignalRecord> signals = [];
        int events = 0;
        foreach (Segment segment in segments)
        {
            SegmentBody.ReadSignals(segment.Body.Span, signals);
            events += segment.EventCount;
        }

        run.Fold(signals, events);
        return run;
    }

    private void Refold()
    {
        IReadOnlyList<Segment> segments = _engine.Store.ReadSegments(Id);
        ExecutionStart start = SegmentBody.ReadStart(segments[0].Body.Span)!.Value;
        List<SignalRecord> signals = [];
        foreach (Segment segment in segments)
            SegmentBody.ReadSignals(segment.Body.Span, signals);
        _execution = new Execution<RecordedHistory>(Workflow, in start, new RecordedHistory(_events));
        Fold(signals, segments.Sum(static segment => segment.EventCount));
        foreach (Frame<RecordedHistory> frame in _execution.Outstanding())
        {
            Held held = Find(frame.Effect) ?? throw new JournalMismatchException($"The effect {frame.Effect} is outstanding after a fold and was not before.");
            held.Frame = frame;
            frame.Host = held;
        }
    }

    /// <summary>Feeds a recorded signal, as it was fed when it was recorded.</summary>
    public static void FeedAgain(Execution<RecordedHistory> execution, SignalRecord record)
    {
        Next next = execution.Advance(record.ToSignal(), out Frame<RecordedHistory>? frame);
        while (next is Next.Call or Next.Wait or Next.MapRun or Next.Checkpoint)
            next = execution.Advance(new Signal(SignalKind.Resume, next == Next.Checkpoint ? frame!.Effect : 0, default, 0L), out frame);
    }

    private void Fold(List<SignalRecord> signals, int events)
    {
        foreach (SignalRecord record in signals)
        {
            FeedAgain(_execution, record);
            if (record.Kind is SignalKind.Started or SignalKind.Submitted)
                (_started ??= [])[record.Effect] = (record.Time.UtcTicks, record.Kind == SignalKind.Started);
            _ticks = record.Time.UtcTicks;
        }

        while (_execution.TryTakeAborted(out _))
        {
        }

        if (_execution.EventCount != events)
        {
            throw new JournalMismatchException(
                $"The journal of {_execution.ExecutionArn} has {events} events, and folding its signals gives {_execution.EventCount}: it was not written by this definition and version.");
        }

        _events.Events.Clear();
    }

    /// <summary>Arms again what is outstanding. What a process that died had in hand has failed, unless its handler may be called twice.</summary>
    public void Resume()
    {
        IReadOnlyList<Frame<RecordedHistory>> frames = _execution.Outstanding();
        IReadOnlyList<HeldTask> kept = frames.Any(static frame => frame.EffectKind == Next.Call && (frame.HeartbeatSeconds > 0 || IsSync(frame.State)))
            ? _engine.Store.ListHeldTasks(Id) : [];
        foreach (Frame<RecordedHistory> frame in frames)
        {
            Held held = new(this, frame);
            frame.Host = held;
            _held.Add(held);
            if (!held.IsCall)
                continue;
            if (kept.FirstOrDefault(task => task.Effect == held.Effect) is { } task)
                (held.Child, held.KeptHeartbeatTicks, held.IsKept) = (task.Child, task.HeartbeatTicks, true);
            (long begunTicks, bool isStarted) = _started?.GetValueOrDefault(held.Effect) ?? default;
            held.IsQueued = held.IsActivity && frame.IsSubmitted && !isStarted;
            held.IsDetached = held.Child != 0 || held.State.Pattern == IntegrationPattern.WaitForTaskToken && frame.IsSubmitted;
            if (isStarted || held.IsDetached)
                held.ExpectHeartbeatAgain(begunTicks);
            if (held.Child != 0)
                SeeChild(held);
        }

        _started = null;
        _isParked = true;
        if (_engine.Options.BeginsNothing)
            return;
        foreach (Held held in _held.ToArray())
        {
            if (held.IsOver)
                continue;
            if (held.IsMapRun)
                StartMapRun(held, isAgain: true);
            else if (held is { IsCall: true, IsActivity: false, IsDetached: false })
                TakeUpAgain(held);
        }

        FeedDue();
    }

    /// <summary>Goes on from what did not succeed.</summary>
    public void Redrive(int attempt, string? clientToken)
    {
        (_isRedriven, RedriveToken) = (true, clientToken);
        // The kernel doesn't look at the token; it is in the journal with the signal, and so exactly as durable as the redrive.
        Feed(SignalKind.Redrive, attempt, clientToken is null ? default : JsonValue.String(clientToken));
    }

    /// <summary>The token of the request by which the execution was redriven in this process; null when there was none.</summary>
    public string? RedriveToken { get; private set; }

    private static bool IsSync(StateInfo state) => state.Pattern is IntegrationPattern.Sync or IntegrationPattern.Sync2;

    private void TakeUpAgain(Held held)
    {
        _isParked = false;
        if (Workflow.MayRepeat(held.Frame))
            Call(held);
        else
            Feed(held, SignalKind.Reply, s_interrupted);
    }

    private static readonly JsonValue s_interrupted = JsonValue.Failure(new Fault(
        Language.Vocabulary.StatesErrors.TaskFailed,
        "The process that did the task ended before its result was recorded. It may have been done or not; a handler that may be called twice is marked as idempotent."));
}
