using Compiled.Values;

namespace Compiled.Simulation.Behaviours;

/// <summary><c>{"behaviour": "sleep", "seconds": 60, "then": {...}}</c>: lets time pass by the execution's clock, then does the rest.</summary>
internal sealed class SleepBehaviour(TimeSpan duration, TaskBehaviour then) : TaskBehaviour
{
    public override async ValueTask<JsonValue> PerformAsync(TaskCall call, CancellationToken cancellationToken)
    {
        await Task.Delay(duration, call.Time, cancellationToken).ConfigureAwait(false);
        return await then.PerformAsync(call, cancellationToken).ConfigureAwait(false);
    }
}
