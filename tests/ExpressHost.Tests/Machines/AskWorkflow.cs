using Compiled;
using Compiled.Values;

namespace ExpressHost.Tests.Machines;

/// <summary>One task, done by a function.</summary>
[StateMachine("Ask.asl.json", Type = MachineType.Express)]
public sealed partial class AskWorkflow(Func<JsonValue, CancellationToken, ValueTask<JsonValue>> answer)
{
    [TaskHandler("ask")]
    private ValueTask<JsonValue> AskAsync(JsonValue input, CancellationToken cancellationToken) => answer(input, cancellationToken);
}
