using System.Text.Json;
using Compiled.Testing;
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
        call.Submitted = result.Submitted;
        if (result.NeverEnds) await Never(call.Time, cancellationToken).ConfigureAwait(false);
        return result.Outcome;
    }

    /// <summary>Whether anything was recorded at all.</summary>
    public bool IsEmpty => results.Count == 0;

    /// <summary>A virtual clock has to know that nothing will come, so that it goes on to the task's timeout.</summary>
    private static Task Never(TimeProvider time, CancellationToken cancellationToken) =>
        time is VirtualTimeProvider clock ? clock.Never(cancellationToken) : Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);

    private ReplayResult? Take(TaskCall call)
    {
        JsonElement parameters = call.Input.ToJsonElement();
        lock (_lock)
        {
            ReplayResult? found = _left.Find(result => result.IsOf(call.StateName) && result.IsFor(parameters, call.World.Substitutions))
                ?? _left.Find(result => result.IsOf(call.StateName))
                ?? _left.FirstOrDefault();
            if (found is not null) _left.Remove(found);
            return found;
        }
    }

    private static JsonValue Exhausted(TaskCall call) => JsonValue.Failure(
        new Fault("Simulation.NoResultLeft", $"The tasks file holds no further result for '{call.Resource}'."));
}
