using System.Diagnostics;
using Compiled.Values;
using Microsoft.Extensions.Logging;

namespace Compiled.Execution;

/// <summary>Tells logs, traces and meters of one execution; there is none when nobody listens.</summary>
internal sealed class RunObserver
{
    private readonly ExecutionRun _run;
    private readonly ILogger? _logger;
    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly Activity? _activity;

    private RunObserver(ExecutionRun run, ILogger? logger, string? traceHeader)
    {
        (_run, _logger) = (run, logger);
        Activity? callers = Activity.Current;
        _activity = Telemetry.StartExecution(run, traceHeader);
        // The caller's own activity stays current; handlers get the execution's.
        Activity.Current = callers;
    }

    public static RunObserver? TryCreate(ExecutionRun run, ExecutionOptions options, string? traceHeader)
    {
        if (options.Logger is null && !Telemetry.IsOn)
            return null;
        RunObserver observer = new(run, options.Logger, traceHeader);
        Telemetry.Started(run);
        if (options.Logger is { } logger)
            RunLog.ExecutionStarted(logger, run.StateMachineName, run.ExecutionArn);
        return observer;
    }

    /// <summary>Calls a handler under an activity of its own, and measures it.</summary>
    public ValueTask<JsonValue> Observe(Workflow workflow, Frame frame, ITaskAttempt? attempt, ExecutionOptions options, CancellationToken cancellationToken)
    {
        Activity? before = Activity.Current;
        Activity? activity = Telemetry.StartTask(frame, _activity);
        StateInfo state = frame.State;
        int attempts = frame.Retries + 1;
        long started = Stopwatch.GetTimestamp();
        ValueTask<JsonValue> reply;
        try
        {
            if (activity is null)
                Activity.Current = _activity ?? before;
            reply = workflow.Perform(frame, attempt, options, cancellationToken);
        }
        catch (Exception thrown)
        {
            reply = ValueTask.FromResult(HandlerFailure.Of(thrown, workflow));
        }
        finally
        {
            Activity.Current = before;
        }

        if (!reply.IsCompleted)
            return ObserveAsync(reply, workflow, state, attempts, activity, started);
        JsonValue value = HandlerFailure.ResultOf(in reply, workflow);
        TaskEnded(state, attempts, activity, started, in value);
        return ValueTask.FromResult(value);
    }

    public void Waits(Frame frame)
    {
        if (!frame.IsRetryDelay)
            return;
        Telemetry.Retried(_run, frame.State);
        if (_logger is not null)
            RunLog.TaskRetried(_logger, frame.State.Name, frame.Retries, frame.DelaySeconds, _run.ExecutionArn);
    }

    public void Received(SignalKind kind, PendingEffect? pending, in JsonValue value)
    {
        if (kind == SignalKind.TimedOut && _logger is not null && pending is PendingCall call)
            RunLog.TaskFailed(_logger, call.StateName, value.AsFault?.Error ?? KernelFaults.Timeout.Error, _run.ExecutionArn);
    }

    public void Ended(ExecutionResult result)
    {
        Telemetry.Ended(_run, result, Stopwatch.GetElapsedTime(_started), _activity);
        if (_logger is null)
            return;
        if (result.Status == ExecutionStatus.Succeeded)
            RunLog.ExecutionSucceeded(_logger, _run.StateMachineName, _run.ExecutionArn);
        else
            RunLog.ExecutionFailed(_logger, _run.StateMachineName, _run.ExecutionArn, result.Status, result.Error);
    }

    private async ValueTask<JsonValue> ObserveAsync(
        ValueTask<JsonValue> reply, Workflow workflow, StateInfo state, int attempts, Activity? activity, long started)
    {
        Task<JsonValue> task = reply.AsTask();
        await ((Task)task).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        JsonValue value = HandlerFailure.ResultOf(new ValueTask<JsonValue>(task), workflow);
        TaskEnded(state, attempts, activity, started, in value);
        return value;
    }

    private void TaskEnded(StateInfo state, int attempts, Activity? activity, long started, in JsonValue value)
    {
        Telemetry.TaskEnded(_run, state, attempts, Stopwatch.GetElapsedTime(started), activity, value.AsFault);
        if (value.AsFault is { } fault && _logger is not null)
            RunLog.TaskFailed(_logger, state.Name, fault.Error, _run.ExecutionArn);
    }
}
