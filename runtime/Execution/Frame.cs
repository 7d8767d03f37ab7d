using Compiled.MapRuns;
using Compiled.Values;

namespace Compiled.Execution;

/// <summary>
/// The data of a flow in execution, apart from its history. A frame is in at most one state and has at most one effect
/// outstanding, whose particulars stand in its fields for the host that performs it.
/// </summary>
public abstract class Frame
{
    private protected Frame()
    {
    }

    /// <summary>The state's input between effects; the flow's output when it has succeeded.</summary>
    protected internal JsonValue Data;

    /// <summary>
    /// The effective input of a Map state while its items run, for <c>ItemInput</c>; the arguments of a call while it is outstanding. A flow
    /// waits for one of them at a time.
    /// </summary>
    protected internal JsonValue Input;

    /// <summary>Where <c>Advance</c> goes on: 2 × state to enter the state, 2 × state + 1 when a signal came while in it.</summary>
    protected internal int Position;

    /// <summary>The execution that the flow belongs to.</summary>
    public abstract ExecutionRun Run { get; }

    /// <summary>The state that the flow is in, or was last.</summary>
    public StateInfo State => Run.Machine.StateTable[StateNumber];

    /// <summary>The number of that state.</summary>
    public int StateNumber { get; internal set; }

    /// <summary>How often the state was retried in this visit.</summary>
    public int RetryCount => State.Type is StateType.Task or StateType.Parallel or StateType.Map ? Retries : 0;

    /// <summary>The id of the effect that is outstanding; 0 for none. Counts up through the execution.</summary>
    public int Effect { get; internal set; }

    /// <summary>What the outstanding effect is: <see cref="Next.Call"/>, <see cref="Next.Wait"/>, <see cref="Next.MapRun"/> or <see cref="Next.Checkpoint"/>.</summary>
    public Next EffectKind { get; internal set; }

    /// <summary>The effective input of the task to call.</summary>
    public JsonValue Arguments { get => Input; internal set => Input = value; }

    /// <summary>The task's credentials, <c>{"RoleArn": ...}</c>; missing when it has none.</summary>
    public JsonValue Credentials => _details is null ? default : _details.Credentials;

    /// <summary>After how many seconds the task has timed out; 0 for never.</summary>
    public long TimeoutSeconds => _details is null ? 0 : _details.TimeoutSeconds;

    /// <summary>How many seconds may pass between heartbeats; 0 for any number.</summary>
    public long HeartbeatSeconds => _details is null ? 0 : _details.HeartbeatSeconds;

    /// <summary>How many seconds to wait, when <see cref="WaitUntil"/> is not set.</summary>
    public double DelaySeconds => _details is null ? 0 : _details.DelaySeconds;

    /// <summary>The time to wait for; the default when <see cref="DelaySeconds"/> says how long.</summary>
    public DateTimeOffset WaitUntil => _details is null ? default : _details.WaitUntil;

    /// <summary>The wait is the delay before a retry and not a Wait state.</summary>
    public bool IsRetryDelay => _details is null ? false : _details.IsRetryDelay;

    /// <summary>In an execution with a test case how often the state's task was called before, over all visits, iterations and attempts; else 0.</summary>
    public int Invocation => _details is null ? 0 : _details.Invocation;

    /// <summary>The Map Run that is outstanding; null for other effects.</summary>
    public MapRunRequest? MapRun => _details?.MapRun;

    /// <summary>When the outstanding effect began, as the history says; the default where none is kept.</summary>
    public DateTimeOffset EffectTime => new(EffectTicks, TimeSpan.Zero);

    /// <summary>The token of the attempt; null for tasks that take none.</summary>
    public string? TaskToken { get; internal set; }

    /// <summary>The job was submitted, the token handed out, or the activity's task queued.</summary>
    public bool IsSubmitted { get; internal set; }

    /// <summary>For the host that performs the effect; goes with the effect.</summary>
    public object? Host { get; set; }

    // Few calls have limits and few flows wait, so what that takes stands in an object of its own.
    private EffectDetails? _details;

    internal long EffectTicks, EnteredTicks;
    internal int EnteredId, EnteredPrevious, Tip;

    // The visit for which EnteredTicks holds, by its event; entering a state stores no more than it must.
    internal int TimedId;
    internal int Retries;
    internal bool FanFailed;
    internal Fault? Failure;

    // Of a flow that is a branch or an item of a fan.
    internal int Index;
    internal JsonValue Item;

    // Of the copy of a frame that evaluates the ItemSelector of a Map Run.
    internal ItemOrigin? Origin;

    internal abstract Frame? Outer { get; }

    internal abstract bool IsItem { get; }

    /// <summary>The branch or item is part of a Parallel or Map state.</summary>
    public bool IsChild => Outer is not null;

    /// <summary>Whether the flow is inside a state: it is between two only while it asks for a checkpoint.</summary>
    internal bool IsInState => Effect == 0 || EffectKind != Next.Checkpoint;

    internal DateTimeOffset EnteredTime
    {
        get
        {
            // Without history the clock is read on entry only where the state may ask after it took time.
            if (TimedId != EnteredId)
                RememberTime();
            return new DateTimeOffset(EnteredTicks, TimeSpan.Zero);
        }
    }

    /// <summary>The state was entered now.</summary>
    internal void RememberTime() => (EnteredTicks, TimedId) = (Run.Now.UtcTicks, EnteredId);

    /// <summary>The state's token, made when it is first asked for and gone with the attempt.</summary>
    internal string Token => TaskToken ??= Run.NewTaskToken();

    internal void SetLimits(long timeoutSeconds, long heartbeatSeconds, in JsonValue credentials)
    {
        if (_details is null && timeoutSeconds == 0 && heartbeatSeconds == 0 && credentials.IsMissing)
            return;
        _details ??= new EffectDetails();
        _details.TimeoutSeconds = timeoutSeconds;
        _details.HeartbeatSeconds = heartbeatSeconds;
        _details.Credentials = credentials;
    }

    internal void SetDelay(double seconds, DateTimeOffset until, bool isRetry)
    {
        _details ??= new EffectDetails();
        _details.DelaySeconds = seconds;
        _details.WaitUntil = until;
        _details.IsRetryDelay = isRetry;
    }

    internal void SetInvocation(int number)
    {
        _details ??= new EffectDetails();
        _details.Invocation = number;
    }

    /// <summary>When the frame's wait ends that began then, UTC ticks; the greatest value for times that no clock reaches.</summary>
    /// <param name="beganTicks">When it began, UTC ticks.</param>
    /// <param name="scale">How much of the time is waited, from 0 to 1.</param>
    internal long WaitDueTicks(long beganTicks, double scale)
    {
        double wait = WaitUntil != default ? WaitUntil.UtcTicks - beganTicks : DelaySeconds * TimeSpan.TicksPerSecond;
        return VirtualWait.DueTicks(beganTicks, wait, scale);
    }

    internal void SetMapRun(MapRunRequest? request)
    {
        _details ??= new EffectDetails();
        _details.MapRun = request;
    }

    /// <summary>Keeps a Map Run that did not succeed, for a redrive of the same visit of the state; null keeps none.</summary>
    internal void KeepMapRun(MapRunRequest? request)
    {
        if (_details is null && request is null)
            return;
        _details ??= new EffectDetails();
        (_details.EndedMapRun, _details.EndedVisit, _details.RedrivesMapRun) = (request, EnteredId, false);
    }

    /// <summary>The Map Run of this visit that goes on when the state is redriven; null when the state starts a new one.</summary>
    private protected MapRunRequest? RedrivenMapRun
        => _details is { RedrivesMapRun: true } details && details.EndedVisit == EnteredId ? details.EndedMapRun : null;

    private protected void RenewMapRun()
    {
        if (_details is null)
            return;
        // A run that was going on when the execution ended did not succeed either.
        if (Effect != 0 && EffectKind == Next.MapRun)
            KeepMapRun(_details.MapRun);
        _details.RedrivesMapRun = _details.EndedMapRun is not null;
    }

    private sealed class EffectDetails
    {
        public JsonValue Credentials;
        public long TimeoutSeconds, HeartbeatSeconds;
        public double DelaySeconds;
        public DateTimeOffset WaitUntil;
        public bool IsRetryDelay;
        public int Invocation;
        public MapRunRequest? MapRun, EndedMapRun;
        public int EndedVisit;
        public bool RedrivesMapRun;
    }
}
