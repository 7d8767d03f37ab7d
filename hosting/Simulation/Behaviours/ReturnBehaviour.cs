using Compiled.Values;

namespace Compiled.Simulation.Behaviours;

/// <summary><c>{"behaviour": "return", "value": ...}</c>: gives that value.</summary>
internal sealed class ReturnBehaviour(JsonValue value) : TaskBehaviour
{
    public override ValueTask<JsonValue> PerformAsync(TaskCall call, CancellationToken cancellationToken) => new(value);
}
