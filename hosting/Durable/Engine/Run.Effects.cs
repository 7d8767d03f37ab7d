using Compiled.Execution;
using Compiled.Tasks;
using Compiled.Values;

namespace Compiled.Durable.Engine;

/// <summary>Effects: handlers called, replies taken, times that come.</summary>
internal sealed partial class Run
{
    private readonly RunObserver? _observer;
    private long _nextDueTicks = long.MaxValue;
    private bool _isRedriven;

    /// <summary>When the execution has lasted as long as its machine allows.</summary>
    private long LimitTicks => _execution.Deadline.UtcTicks;

    /// <summary>The earliest time at which something is to happen by itself, UTC ticks, as it was when the run came to rest.</summary>
    public long NextDueTicks => Volatile.Read(ref _nextDueTicks);

    private long FirstDueTicks
    {
        get
        {
            long due = LimitTicks;
            foreach (Held held in _held)
                due = Math.Min(due, held.FirstDueTicks);
            return due;
        }
    }

    /// <summary>The task whose token this is; null when none waits for it.</summary>
    public Held? FindToken(string token) => _held.Find(held => held.Token == token);

    /// <summary>Whether the execution made this token, for a task that is over.</summary>
    public bool HasIssued(string? token) => token is not null && _execution.HasIssued(token);

    public bool ExpectsHeartbeats => _held.Exists(static held => held.ExpectsHeartbeats);

    /// <summary>Feeds everything whose time has come, the earliest first.</summary>
    public void FeedDue()
    {
        while (_execution.Status == ExecutionStatus.Running)
        {
            Held? first = null;
            foreach (Held held in _held)
            {
                if (held.FirstDueTicks <= _ticks && (first is null || held.FirstDueTicks < first.FirstDueTicks))
                    first = held;
            }

            if (LimitTicks <= _ticks && (first is null || LimitTicks <= first.FirstDueTicks))
            {
                Feed(SignalKind.ExecutionTimedOut);
                return;
            }

            if (first is null)
                return;
            (SignalKind kind, JsonValue value) = first.Expired(_ticks);
            Feed(first, kind, in value);
        }
    }

    /// <summary>The handler's call has completed.</summary>
    public void Replied(Held held, in JsonValue value)
    {
        if (held.IsOver)
            return;
        held.IsInHand = false;
        if (value.AsFault is { IsMissingHandler: true })
        {
            held.HasNoHandler = true;
            _engine.HandlerMissing(this, held);
            return;
        }

        if (held.AwaitedArn is { } awaited)
        {
            held.AwaitedArn = null;
            if (!value.IsFailure)
            {
                Await(held, awaited, in value);
                return;
            }
        }

        if (held.State.Pattern != IntegrationPattern.WaitForTaskToken || value.IsFailure)
        {
            Feed(held, SignalKind.Reply, in value);
            return;
        }

        held.IsDetached = true;
        Feed(SignalKind.Submitted, held.Effect, in value);
        // The token may have come back before the call that handed it out did.
        if (held.Early is not { } early)
            return;
        held.Early = null;
        early.Open(this);
    }

    /// <summary>A job was submitted.</summary>
    public void Submitted(Held held, in JsonValue output)
    {
        if (!held.IsOver && !held.Frame.IsSubmitted)
            Feed(SignalKind.Submitted, held.Effect, in output);
    }

    /// <summary>Calls the handlers again of tasks that had none.</summary>
    public void CallAgain()
    {
        foreach (Held held in _held.ToArray())
        {
            if (!held.HasNoHandler || held.IsOver)
                continue;
            held.HasNoHandler = false;
            Call(held);
        }

        _engine.HandlerFound(this);
    }

    public void HandlerBegan() => _engine.Work.Begin();

    public void HandlerEnded() => _engine.Work.End();

    private void Begin(Held held)
    {
        if (held.IsMapRun)
            StartMapRun(held, isAgain: held.MapRun!.RedriveCount > 0);
        else if (!held.IsCall)
            _observer?.Waits(held.Frame);
        else if (!held.IsActivity)
            Call(held);
        if (held is { IsCall: true, IsActivity: false })
            held.ExpectHeartbeat(_ticks);
    }

    private void Call(Held held)
    {
        held.IsInHand = true;
        ValueTask<JsonValue> reply = Calls.Invoke(Workflow, held.Frame, held, Workflow.DefaultOptions, _observer, held.NewCancellation());
        if (reply.IsCompleted)
            PostOwn(new RepliedMessage(held, HandlerFailure.ResultOf(in reply, Workflow)));
        else
            held.Await(in reply);
    }

    // The thread that is at work takes it up next.
    private void PostOwn(Message message)
    {
        lock (_gate)
            _mailbox.Enqueue(message);
    }
}
