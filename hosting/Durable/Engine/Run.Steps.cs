using System.Buffers;
using System.Diagnostics;
using Compiled.Durable.Journal;
using Compiled.Execution;
using Compiled.Observation;
using Compiled.Tasks;

namespace Compiled.Durable.Engine;

/// <summary>Steps: taking messages up, writing what follows, beginning effects.</summary>
internal sealed partial class Run
{
    private readonly Lock _gate = new();
    private Queue<Message> _mailbox = new(), _taken = new();
    private bool _isAtWork, _isPutAway;
    private long _handedIn;

    /// <summary>
    /// Puts a message in the mailbox; false when the run has been put away or has ended, so that the sender has to look it up again.
    /// </summary>
    public bool Post(Message message)
    {
        lock (_gate)
        {
            if (_isPutAway)
                return false;
            _mailbox.Enqueue(message);
            if (_isAtWork)
                return true;
            _isAtWork = true;
            _engine.Work.Begin();
        }

        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        return true;
    }

    /// <summary>Goes on, on a thread of the pool: after a message came, or after a step was written.</summary>
    public void Execute()
    {
        TaskHost.AtWork(true);
        try
        {
            if (_append is not null && !TryFinishStep())
                return;
            while (TryTake())
            {
                _ticks = Math.Max(_ticks, _engine.NowTicks);
                while (_taken.TryDequeue(out Message? message))
                    message.Open(this);
                if (TryBeginStep())
                    return;
            }
        }
        catch (Exception bug)
        {
            Break(bug);
        }
        finally
        {
            TaskHost.AtWork(false);
        }
    }

    /// <inheritdoc/>
    public override void Apply(IJournalStore store)
    {
        // With every start, since a purge takes away what no execution uses.
        if (_append!.Start is not null && Machine.Stored is { } definition)
            store.PutDefinition(definition);
        _appended = store.Append(_append);
        if (_appended is Appended.Fenced or Appended.NameTaken)
            return;
        foreach (Action<IJournalStore> change in _alongside ?? [])
            change(store);
        foreach (Message message in _answers)
            message.Alongside?.Invoke(store, new DateTimeOffset(_ticks, TimeSpan.Zero));
    }

    /// <inheritdoc/>
    public override bool GivesUp => IsRefusable && _append is { Start: not null };

    /// <inheritdoc/>
    public override void Done(Exception? failure)
    {
        _failure = failure;
        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    /// <summary>Takes what has come; false when nothing has, and the run is at rest.</summary>
    private bool TryTake()
    {
        lock (_gate)
        {
            if (_mailbox.Count > 0)
            {
                (_mailbox, _taken) = (_taken, _mailbox);
                return true;
            }

            Volatile.Write(ref _nextDueTicks, _execution.Status == ExecutionStatus.Running ? FirstDueTicks : long.MaxValue);
            // Idle executions leave memory; who has something for one brings it back.
            if (_execution.Status != ExecutionStatus.Running || _isParked && !_engine.KeepsInMemory(this))
                _isPutAway = true;
            _isAtWork = false;
        }

        if (_isPutAway)
            _engine.Runs.Remove(this);
        _engine.Alarms.Arm(Id, NextDueTicks);
        _engine.Work.End();
        return false;
    }

    /// <summary>Hands what was fed to the writer; false when nothing was.</summary>
    private bool TryBeginStep()
    {
        if (_events.Events.Count == 0)
        {
            Answer();
            return false;
        }

        bool hasEnded = _execution.Status != ExecutionStatus.Running;
        if (hasEnded)
        {
            while (_held.Count > 0)
                End(_held[^1]);
        }

        ArrayBufferWriter<byte> body = new(1024);
        SegmentBody.Write(body, in _start, _signals, _events.Events);
        _append = new Append
        {
            Execution = Id,
            FirstEvent = _events.Events[0].Id,
            EventCount = _events.Events.Count,
            Body = body.WrittenMemory,
            Writer = _engine.WriterId,
            Start = _head,
            Status = hasEnded || _isRedriven ? new StatusChange(_execution.Status, _ticks, _execution.RedriveCount) : null,
            ParkedUntil = hasEnded ? null : ParkedUntil(),
            Tasks = (IReadOnlyList<TaskChange>?)_tasks ?? [],
        };
        _observed = _engine.Options.Observer is null ? null : [.. _events.Events];
        _signals.Clear();
        _events.Events.Clear();
        (_start, _head, _isRedriven) = (null, null, false);
        _handedIn = Stopwatch.GetTimestamp();
        _engine.Writer.Write(this);
        return true;
    }

    /// <summary>Begins the effects of the step that is durable now; false when the run is over for this process.</summary>
    private bool TryFinishStep()
    {
        Append written = _append!;
        _append = null;
        if (_failure is not null || _appended is Appended.Fenced or Appended.NameTaken)
        {
            Leave(_failure ?? (_appended == Appended.NameTaken ? new NameTakenException() : new ExecutionLostException(_execution.ExecutionArn)));
            return false;
        }

        _isParked = written.ParkedUntil is not null;
        if (_engine.Options.RefoldsAlways)
            Refold();
        _engine.Metrics.Committed(written, _handedIn);
        Tell();
        Answer();
        if (written.Tasks.Count > 0)
            _engine.Activities.Announce(written.Tasks);
        (_tasks, _alongside) = (null, null);
        Abandon();
        if (_execution.Status != ExecutionStatus.Running)
        {
            _begun.Clear();
            End(written);
            return true;
        }

        for (int i = 0; i < _begun.Count; i++)
        {
            if (!_begun[i].IsOver)
                Begin(_begun[i]);
        }

        _begun.Clear();
        return true;
    }

    /// <summary>
    /// When the execution is to wake, if what is outstanding needs nothing of this process; null when something does.
    /// </summary>
    private long? ParkedUntil()
    {
        long due = LimitTicks;
        foreach (Held held in _held)
        {
            if (NeedsProcess(held))
                return null;
            due = Math.Min(due, held.FirstDueTicks);
        }

        return due;
    }

    // A handler's call needs the process that made it; whatever can be answered from outside, or by the clock, doesn't.
    private static bool NeedsProcess(Held held)
        => held.IsMapRun || held is { IsCall: true, IsActivity: false } && (held.IsInHand || held.HasNoHandler || !held.IsDetached);

    // Before anybody is answered, so that who hears of an end finds it told. Only the machine of a Map's children has a slash in its name.
    private void Tell()
    {
        if (_observed is null)
            return;
        try
        {
            _engine.Options.Observer!.Recorded(ExecutionStep.Of(_execution, _observed, isMapRunChild: Machine.Arn.Contains('/')));
        }
        catch (Exception failure)
        {
            EngineLog.ObserverFailed(_engine.Logger, failure, _execution.ExecutionArn);
        }

        _observed = null;
    }

    private void Answer()
    {
        foreach (Message message in _answers)
            message.Accept();
        _answers.Clear();
    }

    private void End(Append written)
    {
        ExecutionResult result = new(_execution, null);
        _observer?.Ended(result);
        _engine.Ended(this, result);
    }

    /// <summary>The step could not be written and never will be: what is in memory is worth nothing any more.</summary>
    private void Leave(Exception reason)
    {
        lock (_gate)
            _isPutAway = true;
        _engine.Runs.Remove(this);
        foreach (Held held in _held)
            held.End();
        _held.Clear();

        _engine.Work.End();
        foreach (Message message in _answers.Concat(_taken).Concat(_mailbox))
            message.Refuse(reason);
        _answers.Clear();
    }

    private void Break(Exception bug)
    {
        EngineLog.Broken(_engine.Logger, bug, _execution.ExecutionArn);
        _engine.Broken(this, bug);
        Leave(bug);
    }
}
