using Compiled.Values;

namespace Compiled.Simulation.Behaviours;

/// <summary><c>{"behaviour": "raise", "errorType": "Exception", "errorMessage": "..."}</c>: fails as a Python function in AWS Lambda does.</summary>
internal sealed class RaiseBehaviour(string errorType, string errorMessage) : TaskBehaviour
{
    private static readonly Key s_errorMessage = Key.Of("errorMessage");
    private static readonly Key s_errorType = Key.Of("errorType");
    private static readonly Key s_requestId = Key.Of("requestId");
    private static readonly Key s_stackTrace = Key.Of("stackTrace");

    public override ValueTask<JsonValue> PerformAsync(TaskCall call, CancellationToken cancellationToken)
    {
        string trace = $"  File \"/var/task/handler.py\", line 2, in handler\n    raise {errorType}(\"{errorMessage}\")\n";
        JsonValue cause = JsonValue.Object(
            new JsonProperty(s_errorMessage, errorMessage), new JsonProperty(s_errorType, errorType),
            new JsonProperty(s_requestId, call.World.NewRequestId()), new JsonProperty(s_stackTrace, JsonValue.Array(trace)));
        return new(JsonValue.Failure(new Fault(errorType, cause.ToString())));
    }
}
