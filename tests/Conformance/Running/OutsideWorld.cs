using Compiled;
using Compiled.Execution;
using Compiled.MapRuns;
using Compiled.MapRuns.Objects;
using Compiled.Simulation;
using Compiled.Simulation.Behaviours;
using Compiled.Testing;
using Compiled.Values;

namespace Conformance.Running;

/// <summary>What goes on outside an execution while it is folded: tasks at work, waits, and the clock. It is not part of the state.</summary>
internal sealed class OutsideWorld(TaskSimulator simulator, IObjectStore store, VirtualTimeProvider time)
{
    private static readonly JsonValue s_heartbeatMissed = JsonValue.Failure(new Fault("States.HeartbeatTimeout", null));

    private readonly List<OutsideEffect> _effects = [];

    /// <summary>The clock of this world, which moves it.</summary>
    public VirtualTimeProvider Time => time;

    /// <summary>Begins an effect; the signal that answers it when it ends, or says something, at once.</summary>
    public Signal? Begin(Workflow workflow, Frame frame, Next kind) => kind switch
    {
        Next.MapRun => BeginMapRun(workflow, frame.MapRun!, frame.Effect),
        Next.Checkpoint => new Signal(SignalKind.Resume, frame.Effect),
        Next.Wait => BeginWait(frame),
        _ => BeginCall(frame),
    };

    /// <summary>What happens next, the clock moved to its time; null when nothing can happen any more.</summary>
    public Signal? NextSignal(Execution<Compiled.History.RecordedHistory> execution, DateTimeOffset limit)
    {
        while (true)
        {
            _effects.RemoveAll(effect => execution.Find(effect.Id) is null);
            foreach (OutsideEffect effect in _effects)
            {
                if (effect.WaitsForWorker)
                {
                    effect.WaitsForWorker = false;
                    return new Signal(SignalKind.Started, effect.Id, simulator.Options.WorkerName is { } name ? JsonValue.String(name) : default);
                }

                if (effect.Reply is { IsCompletedSuccessfully: true } reply) return End(effect, new Signal(SignalKind.Reply, effect.Id, reply.Result));
            }

            (DateTimeOffset due, Signal signal)[] timers = [.. _effects.SelectMany(Timers), (limit, new Signal(SignalKind.ExecutionTimedOut))];
            (DateTimeOffset next, Signal first) = timers.MinBy(static timer => timer.due);
            // A handler that sleeps has a timer of its own on the same clock; the clock stops there first when it is due first.
            if (!TryAdvance(next)) continue;
            if (first.Kind == SignalKind.ExecutionTimedOut && !HasLimit(execution)) return null;
            _effects.RemoveAll(effect => effect.Id == first.Effect);
            return first;
        }
    }

    /// <summary>A machine without a limit of its own that has nothing to wait for will never end; AWS would show it as running.</summary>
    private static bool HasLimit(ExecutionRun execution) => execution.Machine.TimeoutSeconds is not null;

    private static IEnumerable<(DateTimeOffset Due, Signal Signal)> Timers(OutsideEffect effect)
    {
        if (effect.Due is { } due) yield return (due, new Signal(SignalKind.Fired, effect.Id));
        if (effect.TimeoutDue is { } timeout) yield return (timeout, new Signal(SignalKind.TimedOut, effect.Id));
        if (effect.HeartbeatDue is { } heartbeat) yield return (heartbeat, new Signal(SignalKind.TimedOut, effect.Id, s_heartbeatMissed));
    }

    /// <summary>Moves the clock to an instant, from timer to timer; false when a handler that slept replied on the way.</summary>
    private bool TryAdvance(DateTimeOffset until)
    {
        if (until <= time.GetUtcNow()) return true;
        using ITimer stop = time.CreateTimer(static _ => { }, null, until - time.GetUtcNow(), Timeout.InfiniteTimeSpan);
        while (time.GetUtcNow() < until)
        {
            time.AdvanceToNextTimer();
            if (_effects.Exists(static effect => effect.Reply is { IsCompletedSuccessfully: true })) return false;
        }

        return true;
    }

    private Signal? BeginWait(Frame frame)
    {
        DateTimeOffset due = frame.WaitUntil != default ? frame.WaitUntil : frame.EffectTime + TimeSpan.FromSeconds(frame.DelaySeconds);
        _effects.Add(new OutsideEffect(frame.Effect) { Due = due });
        return null;
    }

    /// <summary>A Map Run is as if a handler did it; its children are folded too, each in a world of its own on this clock.</summary>
    private Signal? BeginMapRun(Workflow workflow, MapRunRequest request, int effect)
    {
        MapRun run = new(request, new MapRunOptions
        {
            Children = new FoldingChildren(workflow.ChildOf(request.State), () => new OutsideWorld(simulator, store, time)),
            ObjectStore = store,
            TimeProvider = time,
        });
        Task<JsonValue> reply = run.RunAsync().AsTask();
        if (reply.IsCompletedSuccessfully) return new Signal(SignalKind.Reply, effect, reply.Result);
        _effects.Add(new OutsideEffect(effect) { Reply = reply });
        return null;
    }

    private Signal? BeginCall(Frame frame)
    {
        StateInfo state = frame.State;
        bool isActivity = state.ResourceKind == ResourceKind.Activity;
        if (isActivity && !simulator.Activities.Contains(state.Resource))
            return new Signal(SignalKind.Reply, frame.Effect, JsonValue.Failure(new Fault("States.Runtime", $"The activity {state.Resource} does not exist.")));
        TaskCall call = new() { World = simulator, Resource = state.Resource, Input = frame.Arguments, StateName = state.Name, Time = time };
        Task<JsonValue> reply = simulator.PerformAsync(call, CancellationToken.None).AsTask();
        bool failedAtOnce = reply.IsCompletedSuccessfully && reply.Result.IsFailure && call.Submitted.IsMissing;
        bool isSubmitted = isActivity || !call.Submitted.IsMissing || (state.Pattern == IntegrationPattern.WaitForTaskToken && !failedAtOnce);
        if (!isSubmitted && reply.IsCompletedSuccessfully) return new Signal(SignalKind.Reply, frame.Effect, reply.Result);
        DateTimeOffset now = time.GetUtcNow();
        _effects.Add(new OutsideEffect(frame.Effect)
        {
            Reply = reply,
            TimeoutDue = frame.TimeoutSeconds > 0 ? now + TimeSpan.FromSeconds(frame.TimeoutSeconds) : null,
            HeartbeatDue = frame.HeartbeatSeconds > 0 ? now + TimeSpan.FromSeconds(frame.HeartbeatSeconds) : null,
            WaitsForWorker = isActivity,
        });
        return isSubmitted ? new Signal(SignalKind.Submitted, frame.Effect, isActivity ? default : call.Submitted.IsMissing ? JsonValue.EmptyObject : call.Submitted) : null;
    }

    private Signal End(OutsideEffect effect, Signal signal)
    {
        _effects.Remove(effect);
        return signal;
    }
}
