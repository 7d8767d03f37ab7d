using System.Text.Json;
using Compiled.Values;

namespace Compiled.Simulation.Behaviours;

/// <summary>
/// <c>{"behaviour": "replay", "results": [...]}</c>: gives each recorded result once. Of those left, the first that was recorded for
/// this state and these parameters; else the first for this state; else the first. When none is left, <c>then</c> answers.
/// </summary>
internal sealed class ReplayBehaviour(IReadOnlyList<ReplayResult> results, TaskBehaviour? then) : TaskBehaviour
{
    private readonly List<ReplayResult> _left = [.. results];
    private readonly Lock _lock = new();

    public override async ValueTask<JsonValue> PerformAsync(TaskCall call, CancellationToken cancellationToken)
    {
        if (Take(call) is not { } result)
            return then is null ? Exhausted(call) : await then.PerformAsync(call, cancellationToken).ConfigureAwait(false);
        if (!result.Submitted.IsMissing) call.Context.Submitted(result.Submitted);
        if (result.NeverEnds) await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken).ConfigureAwait(false);
        return result.Outcome;
    }

    private ReplayResult? Take(TaskCall call)
    {
        JsonElement parameters = call.Input.ToJsonElement();
        lock (_lock)
        {
            ReplayResult? found = _left.Find(result => result.IsOf(call.Context.StateName) && result.IsFor(parameters, call.World.Substitutions))
                ?? _left.Find(result => result.IsOf(call.Context.StateName))
                ?? _left.FirstOrDefault();
            if (found is not null) _left.Remove(found);
            return found;
        }
    }

    /// <summary>An activity without any recorded result had been deleted; anything else was called more often than recorded.</summary>
    private static JsonValue Exhausted(TaskCall call) => JsonValue.Failure(call.Resource.Contains(":activity:", StringComparison.Ordinal)
        ? new Fault("States.Runtime", $"The activity {call.Resource} does not exist.")
        : new Fault("Simulation.NoResultLeft", $"The tasks file holds no further result for '{call.Resource}'."));
}
