using System.Diagnostics;
using System.Diagnostics.Metrics;
using Compiled.Values;

namespace Compiled.Execution;

/// <summary>
/// Traces and metrics, all under the name <c>Compiled</c>. An activity an execution (<c>execution {machine}</c>) and one a handler's
/// call (<c>task {state}</c>) below it; counters and histograms with the tag <c>state_machine</c>, of tasks also <c>state</c>.
/// </summary>
internal static class Telemetry
{
    private const string Name = "Compiled";

    private static readonly ActivitySource s_source = new(Name);
    private static readonly Meter s_meter = new(Name);
    private static readonly Counter<long>
        s_started = s_meter.CreateCounter<long>("compiled.executions.started", "{execution}", "Executions that started."),
        s_succeeded = s_meter.CreateCounter<long>("compiled.executions.succeeded", "{execution}", "Executions that succeeded."),
        s_failed = s_meter.CreateCounter<long>("compiled.executions.failed", "{execution}", "Executions that ended with an error."),
        s_timedOut = s_meter.CreateCounter<long>("compiled.executions.timed_out", "{execution}", "Executions that lasted too long."),
        s_aborted = s_meter.CreateCounter<long>("compiled.executions.aborted", "{execution}", "Executions that were stopped."),
        s_retries = s_meter.CreateCounter<long>("compiled.retries", "{retry}", "Attempts after the first.");

    private static readonly Histogram<double>
        s_duration = s_meter.CreateHistogram<double>("compiled.execution.duration", "s", "How long executions lasted."),
        s_taskDuration = s_meter.CreateHistogram<double>("compiled.task.duration", "s", "How long handlers worked on an attempt.");

    /// <summary>Somebody listens.</summary>
    public static bool IsOn => s_source.HasListeners() || s_started.Enabled || s_succeeded.Enabled || s_failed.Enabled || s_timedOut.Enabled
        || s_aborted.Enabled || s_retries.Enabled || s_duration.Enabled || s_taskDuration.Enabled;

    public static void Started(ExecutionRun run) => s_started.Add(1, Machine(run));

    /// <summary>Begins an execution's activity: below the caller of its start, when that told a trace, else below what is current.</summary>
    public static Activity? StartExecution(ExecutionRun run, string? traceHeader)
    {
        Activity? activity = XRayHeader.TryRead(traceHeader, out ActivityContext caller)
            ? s_source.StartActivity($"execution {run.StateMachineName}", ActivityKind.Internal, caller)
            : s_source.StartActivity($"execution {run.StateMachineName}");
        activity?.SetTag("compiled.state_machine", run.StateMachineName).SetTag("compiled.execution_arn", run.ExecutionArn);
        return activity;
    }

    public static Activity? StartTask(Frame frame, Activity? execution)
    {
        Activity? activity = s_source.StartActivity($"task {frame.State.Name}", ActivityKind.Client, execution?.Context ?? default);
        activity?.SetTag("compiled.state", frame.State.Name).SetTag("compiled.resource", frame.State.Resource).SetTag("compiled.attempt", frame.Retries + 1);
        return activity;
    }

    public static void TaskEnded(ExecutionRun run, StateInfo state, int attempt, TimeSpan duration, Activity? activity, Fault? fault)
    {
        s_taskDuration.Record(duration.TotalSeconds, Machine(run), new("state", state.Name), new("attempt", attempt));
        if (fault is not null)
            activity?.SetStatus(ActivityStatusCode.Error, fault.Error);
        activity?.Stop();
    }

    public static void Retried(ExecutionRun run, StateInfo state) => s_retries.Add(1, Machine(run), new KeyValuePair<string, object?>("state", state.Name));

    public static void Ended(ExecutionRun run, ExecutionResult result, TimeSpan duration, Activity? activity)
    {
        Counter<long> counter = result.Status switch
        {
            ExecutionStatus.Succeeded => s_succeeded,
            ExecutionStatus.TimedOut => s_timedOut,
            ExecutionStatus.Aborted => s_aborted,
            _ => s_failed,
        };
        counter.Add(1, Machine(run));
        s_duration.Record(duration.TotalSeconds, Machine(run));
        if (activity is null)
            return;
        if (result.Status != ExecutionStatus.Succeeded)
            activity.SetStatus(ActivityStatusCode.Error, result.Error);
        Activity? current = Activity.Current;
        activity.Stop();
        Activity.Current = current;
    }

    private static KeyValuePair<string, object?> Machine(ExecutionRun run) => new("state_machine", run.StateMachineName);
}
