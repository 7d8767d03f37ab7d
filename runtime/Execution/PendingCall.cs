using System.Runtime.CompilerServices;
using Compiled.Expressions;
using Compiled.Tasks;
using Compiled.Values;

namespace Compiled.Execution;

/// <summary>A task that is being done: its handler's call, its timers, its token, its place in an activity's queue.</summary>
internal sealed class PendingCall : PendingEffect, ITokenTarget, IActivityJob
{
    private static readonly JsonValue s_heartbeatMissed = JsonValue.Failure(KernelFaults.HeartbeatTimeout);

    private readonly Frame _frame;
    private readonly StateInfo _state;
    private readonly string? _token;
    private CancellationTokenSource? _cancel;
    private ConfiguredValueTaskAwaitable<JsonValue>.ConfiguredValueTaskAwaiter _awaiter;
    private ValueTask<JsonValue> _reply;
    private DueTimer? _timeout, _heartbeat;
    private bool _handlerIsDone;
    private JsonValue _early;

    public PendingCall(IDriver driver, Frame frame)
        : base(driver, frame.Effect)
    {
        _frame = frame;
        _state = frame.State;
        _token = frame.TaskToken;
        if (_token is not null)
            driver.Options.TaskTokens.Register(_token, this);
    }

    /// <summary>The handler's call goes on; nothing of the kind is known of an activity's worker.</summary>
    public string StateName => _state.Name;

    public override bool IsHandlerRunning => _state.ResourceKind != ResourceKind.Activity && !_handlerIsDone;

    /// <summary>The handler has told that its job was submitted; the signal stands in the mailbox or was fed.</summary>
    public bool HasSubmitted { get; private set; }

    public ActivityTask Work => new(_token!, _frame.Arguments);

    /// <summary>Starts the clocks of the attempt.</summary>
    public void StartTimers()
    {
        TimeProvider time = Driver.Options.TimeProvider;
        if (_frame.TimeoutSeconds > 0)
            _timeout = new DueTimer(time, DueTimer.After(time, _frame.TimeoutSeconds), () => Post(SignalKind.TimedOut, default, onPool: false));
        // T-034: a worker's heartbeats count from when it takes the task up.
        if (_frame.HeartbeatSeconds > 0 && _state.ResourceKind != ResourceKind.Activity)
            StartHeartbeat();
    }

    /// <summary>Takes over what cancels the handler's call when the attempt is over.</summary>
    public void CancelWith(CancellationTokenSource source) => _cancel = source;

    /// <summary>Hands over a call that goes on.</summary>
    public void Await(in ValueTask<JsonValue> reply)
    {
        _reply = reply;
        _awaiter = reply.ConfigureAwait(false).GetAwaiter();
        // Another thread may have completed it meanwhile: to be told of that takes a turn of the pool.
        if (_awaiter.IsCompleted)
            OnCompleted();
        else
            _awaiter.UnsafeOnCompleted(OnCompleted);
    }

    /// <summary>What the reply of the handler means: the end of the task, or that its job is submitted.</summary>
    public SignalKind Replied(in JsonValue value)
    {
        _handlerIsDone = true;
        if (_state.Pattern != IntegrationPattern.WaitForTaskToken || value.IsFailure)
            return SignalKind.Reply;
        // The token may have come back before the call that handed it out did.
        if (!_early.IsMissing)
            Post(SignalKind.Reply, _early, onPool: false);
        return SignalKind.Submitted;
    }

    public override bool Accepts(SignalKind kind, in JsonValue value)
    {
        if (kind == SignalKind.Reply && IsHandlerRunning && _state.Pattern == IntegrationPattern.WaitForTaskToken)
        {
            _early = value;
            return false;
        }

        if (kind == SignalKind.Started && _frame.HeartbeatSeconds > 0)
            StartHeartbeat();
        return true;
    }

    public override void Heartbeat() => _heartbeat?.Arm(HeartbeatDue);

    public override void Submit(in JsonValue output)
    {
        if (_state.Pattern is not (IntegrationPattern.Sync or IntegrationPattern.Sync2))
            return;
        HasSubmitted = true;
        Post(SignalKind.Submitted, HandlerFailure.Checked(in output, Driver.Workflow), onPool: true);
    }

    public void Complete(in JsonValue result)
        => Post(SignalKind.Reply, result.IsMissing ? JsonValue.Null : HandlerFailure.Checked(in result, Driver.Workflow), onPool: true);

    public ActivityTask Start(string? workerName)
    {
        Post(SignalKind.Started, workerName is null ? default : JsonValue.String(workerName), onPool: true);
        return Work;
    }

    /// <summary>The failure of a Task whose activity isn't there. E-015.</summary>
    public JsonValue MissingActivity() => JsonValue.Failure(Faults.ActivityDoesNotExist(_state.Resource));

    public override bool TryOpen(out SignalKind kind, out JsonValue value)
    {
        // Also when nobody waits: a Task whose exception nobody looked at would be reported as unobserved.
        value = HandlerFailure.ResultOf(in _reply, Driver.Workflow);
        kind = IsOver ? SignalKind.Reply : Replied(in value);
        return !IsOver;
    }

    /// <summary>Takes back what would have cancelled a call that has completed, for the next; null when there is nothing to take.</summary>
    public CancellationTokenSource? TakeSource()
    {
        if (!_handlerIsDone || _cancel is not { IsCancellationRequested: false } source)
            return null;
        _cancel = null;
        return source;
    }

    protected override void Release(bool executionEnded)
    {
        _timeout?.Dispose();
        _heartbeat?.Dispose();
        if (_token is not null)
            Driver.Options.TaskTokens.Close(_token, this, executionEnded);
        if (_cancel is null)
            return;
        try
        {
            if (!_handlerIsDone)
                _cancel.Cancel();
        }
        catch (AggregateException)
        {
            // What a handler's own cancellation callback throws has nobody to go to: the handler's result is no longer wanted.
        }

        _cancel.Dispose();
    }

    private DateTimeOffset HeartbeatDue => DueTimer.After(Driver.Options.TimeProvider, _frame.HeartbeatSeconds);

    private void StartHeartbeat()
        => _heartbeat ??= new DueTimer(Driver.Options.TimeProvider, HeartbeatDue, () => Post(SignalKind.TimedOut, s_heartbeatMissed, onPool: false));

    private void OnCompleted() => Driver.Post(this, onPool: false);

    private void Post(SignalKind kind, in JsonValue value, bool onPool) => Driver.Post(new SignalMessage(kind, this, value), onPool);
}
