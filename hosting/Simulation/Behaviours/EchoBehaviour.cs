using Compiled.Values;

namespace Compiled.Simulation.Behaviours;

/// <summary><c>{"behaviour": "echo"}</c>: gives back its input.</summary>
internal sealed class EchoBehaviour : TaskBehaviour
{
    public override ValueTask<JsonValue> PerformAsync(TaskCall call, CancellationToken cancellationToken) => new(call.Input);
}
