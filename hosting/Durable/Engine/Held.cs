using System.Runtime.CompilerServices;
using Compiled.Execution;
using Compiled.History;
using Compiled.MapRuns;
using Compiled.Values;

namespace Compiled.Durable.Engine;

/// <summary>An effect that is outstanding, as its run keeps it: what it waits for, until when, and the handler at work on it.</summary>
internal sealed class Held : Message, ITaskAttempt
{
    private static readonly JsonValue s_heartbeatMissed = JsonValue.Failure(KernelFaults.HeartbeatTimeout);

    private readonly Run _run;
    private ConfiguredValueTaskAwaitable<JsonValue>.ConfiguredValueTaskAwaiter _awaiter;
    private ValueTask<JsonValue> _reply;
    private CancellationTokenSource? _cancel;
    private long _heartbeatTicks;

    public Held(Run run, Frame<RecordedHistory> frame)
    {
        (_run, Frame, Effect, Token) = (run, frame, frame.Effect, frame.TaskToken);
        State = frame.State;
        IsCall = frame.EffectKind == Next.Call;
        MapRun = frame.EffectKind == Next.MapRun ? frame.MapRun : null;
        _heartbeatTicks = IsCall ? frame.HeartbeatSeconds * TimeSpan.TicksPerSecond : 0;
        DueTicks = IsMapRun ? long.MaxValue : IsCall ? After(frame.EffectTime, frame.TimeoutSeconds == 0 ? double.MaxValue : frame.TimeoutSeconds)
            : frame.WaitDueTicks(frame.EffectTime.UtcTicks, run.Workflow.DefaultOptions.WaitTimeScale);
    }

    public Frame<RecordedHistory> Frame { get; set; }

    public int Effect { get; }

    public StateInfo State { get; }

    public string? Token { get; }

    public bool IsCall { get; }

    /// <summary>The run of a distributed Map that it is; null for any other effect.</summary>
    public MapRunRequest? MapRun { get; }

    public bool IsMapRun => MapRun is not null;

    /// <summary>Its outcome came; otherwise it ends because nobody waits for it any more.</summary>
    public bool HasEnded { get; set; }

    public bool IsActivity => State.ResourceKind == ResourceKind.Activity;

    /// <summary>When it is over by itself, UTC ticks: the end of a wait, or the timeout of a task; the greatest value for never.</summary>
    public long DueTicks { get; }

    /// <summary>When a heartbeat has stayed away too long; the greatest value while none is expected.</summary>
    public long HeartbeatDueTicks { get; private set; } = long.MaxValue;

    /// <summary>The earlier of the two.</summary>
    public long FirstDueTicks => Math.Min(DueTicks, HeartbeatDueTicks);

    public bool ExpectsHeartbeats => HeartbeatDueTicks != long.MaxValue;

    /// <summary>A handler of this process is at work on it, or will be as soon as the step is durable.</summary>
    public bool IsInHand { get; set; }

    /// <summary>The handler's call is over and the task goes on elsewhere: its token is out.</summary>
    public bool IsDetached { get; set; }

    /// <summary>It stands in the queue of its activity.</summary>
    public bool IsQueued { get; set; }

    /// <summary>No handler is known for it, so it waits for one to be.</summary>
    public bool HasNoHandler { get; set; }

    /// <summary>The execution for whose end it waits; 0 for none.</summary>
    public long Child { get; set; }

    /// <summary>The execution for whose end its handler asked to be called again; null when it didn't.</summary>
    public string? AwaitedArn { get; set; }

    /// <summary>The store has something of it, which goes when it is over.</summary>
    public bool IsKept { get; set; }

    /// <summary>Until when the last heartbeat holds, as the store has it; 0 for none.</summary>
    public long KeptHeartbeatTicks { get; set; }

    /// <summary>Nobody waits for it any more.</summary>
    public bool IsOver { get; private set; }

    /// <summary>A token that came back before the call that handed it out.</summary>
    public Message? Early { get; set; }

    public void ExpectHeartbeat(long nowTicks)
    {
        if (_heartbeatTicks > 0)
            HeartbeatDueTicks = nowTicks + _heartbeatTicks;
    }

    /// <summary>
    /// Whether the store is to be told of the heartbeat that came: not of each, but so that what it has is never more than half a period old.
    /// </summary>
    public bool ShouldKeepHeartbeat()
    {
        if (!ExpectsHeartbeats || HeartbeatDueTicks - KeptHeartbeatTicks < _heartbeatTicks / 2)
            return false;
        KeptHeartbeatTicks = HeartbeatDueTicks;
        return true;
    }

    /// <summary>
    /// Expects heartbeats again after the execution was brought back: a period later than the last that is known of holds, since nobody could take
    /// one meanwhile, and later ones may not have been kept.
    /// </summary>
    /// <param name="begunTicks">When heartbeats were first expected.</param>
    public void ExpectHeartbeatAgain(long begunTicks)
    {
        if (_heartbeatTicks > 0)
            HeartbeatDueTicks = Math.Max(KeptHeartbeatTicks, begunTicks + _heartbeatTicks) + _heartbeatTicks;
    }

    public CancellationToken NewCancellation() => (_cancel = new CancellationTokenSource()).Token;

    /// <summary>Hands over a handler's call that goes on.</summary>
    public void Await(in ValueTask<JsonValue> reply)
    {
        _reply = reply;
        _awaiter = reply.ConfigureAwait(false).GetAwaiter();
        _run.HandlerBegan();
        _awaiter.UnsafeOnCompleted(() =>
        {
            if (!_run.Post(this))
                _ = HandlerFailure.ResultOf(in _reply, _run.Workflow);
            _run.HandlerEnded();
        });
    }

    /// <summary>The handler's call has completed.</summary>
    public override void Open(Run run) => run.Replied(this, HandlerFailure.ResultOf(in _reply, run.Workflow));

    /// <summary>What it means that a time has come.</summary>
    public (SignalKind Kind, JsonValue Value) Expired(long nowTicks)
        => !IsCall ? (SignalKind.Fired, default) : DueTicks <= nowTicks ? (SignalKind.TimedOut, default) : (SignalKind.TimedOut, s_heartbeatMissed);

    public void End()
    {
        if (IsOver)
            return;
        IsOver = true;
        try
        {
            if (IsInHand)
                _cancel?.Cancel();
        }
        catch (AggregateException)
        {
            // What a handler's own cancellation callback throws has nobody to go to: the handler's result is no longer wanted.
        }

        Early?.Refuse(new Tasks.TaskTimedOutException());
    }

    void ITaskAttempt.Heartbeat() => _run.Post(new HeartbeatMessage(this, null));

    bool ITaskAttempt.TryAwait(string executionArn)
    {
        AwaitedArn = executionArn;
        return true;
    }

    void ITaskAttempt.Submit(in JsonValue output)
    {
        if (State.Pattern is IntegrationPattern.Sync or IntegrationPattern.Sync2)
            _run.Post(new SubmittedMessage(this, HandlerFailure.Checked(in output, _run.Workflow)));
    }

    private static long After(DateTimeOffset time, double seconds)
        => seconds < (DateTimeOffset.MaxValue - time).TotalSeconds - 1 ? time.UtcTicks + (long)(seconds * TimeSpan.TicksPerSecond) : long.MaxValue;
}
