using Compiled.Values;

namespace Compiled.Simulation.Behaviours;

/// <summary>
/// <c>{"behaviour": "invoke"}</c>: calls the function that <c>FunctionName</c> names with <c>Payload</c>, and wraps its result as
/// <c>arn:aws:states:::lambda:invoke</c> does. FEATURES T-021.
/// </summary>
internal sealed class InvokeBehaviour : TaskBehaviour
{
    private static readonly Key s_functionName = Key.Of("FunctionName");
    private static readonly Key s_payload = Key.Of("Payload");
    private static readonly Key s_executedVersion = Key.Of("ExecutedVersion");
    private static readonly Key s_sdkHttpMetadata = Key.Of("SdkHttpMetadata");
    private static readonly Key s_httpStatusCode = Key.Of("HttpStatusCode");
    private static readonly Key s_sdkResponseMetadata = Key.Of("SdkResponseMetadata");
    private static readonly Key s_requestId = Key.Of("RequestId");
    private static readonly Key s_statusCode = Key.Of("StatusCode");

    public override async ValueTask<JsonValue> PerformAsync(TaskCall call, CancellationToken cancellationToken)
    {
        string name = call.Input[s_functionName] is { IsString: true } text ? text.AsString() : "";
        if (call.World.FindFunction(name) is not ({ } resource, { } function)) return FunctionNotFound(call, name);
        JsonValue payload = call.Input[s_payload];
        JsonValue result = await function.PerformAsync(
            call with { Resource = resource, Input = payload.IsMissing || payload.IsNull ? JsonValue.EmptyObject : payload }, cancellationToken).ConfigureAwait(false);
        if (result.IsFailure) return result;
        return JsonValue.Object(
            new JsonProperty(s_executedVersion, "$LATEST"),
            new JsonProperty(s_payload, result),
            new JsonProperty(s_sdkHttpMetadata, JsonValue.Object(new JsonProperty(s_httpStatusCode, 200))),
            new JsonProperty(s_sdkResponseMetadata, JsonValue.Object(new JsonProperty(s_requestId, call.World.NewRequestId()))),
            new JsonProperty(s_statusCode, 200));
    }

    private static JsonValue FunctionNotFound(TaskCall call, string name) => JsonValue.Failure(new Fault(
        "Lambda.ResourceNotFoundException",
        $"Function not found: {name}:$LATEST (Service: AWSLambda; Status Code: 404; Error Code: ResourceNotFoundException; Request ID: {call.World.NewRequestId()}; Proxy: null)"));
}
