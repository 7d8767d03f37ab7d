using Compiled;
using Compiled.Values;

namespace ExpressHost.Tests.Machines;

/// <summary>A task and an output in JSONata, whose inputs have memory of their own, done by a function.</summary>
[StateMachine("Queried.asl.json", Type = MachineType.Express)]
public sealed partial class QueriedWorkflow(Func<JsonValue, TaskContext, ValueTask<JsonValue>> answer)
{
    [TaskHandler("first")]
    private ValueTask<JsonValue> FirstAsync(JsonValue input, TaskContext context) => answer(input, context);
}
