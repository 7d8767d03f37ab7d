using Compiled.Values;

namespace Compiled.Tasks;

/// <summary>
/// The resource <c>arn:aws:states:::lambda:invoke</c> in front of a function's handler: hands it the <c>Payload</c> and wraps its
/// result as AWS does. FEATURES T-021 to T-023.
/// </summary>
internal static class LambdaInvoke
{
    private static readonly Key
        FunctionName = Key.Of("FunctionName"), Payload = Key.Of("Payload"), Qualifier = Key.Of("Qualifier"), InvocationType = Key.Of("InvocationType"),
        ExecutedVersion = Key.Of("ExecutedVersion"), StatusCode = Key.Of("StatusCode"), SdkHttpMetadata = Key.Of("SdkHttpMetadata"),
        SdkResponseMetadata = Key.Of("SdkResponseMetadata"), AllHttpHeaders = Key.Of("AllHttpHeaders"), HttpHeaders = Key.Of("HttpHeaders"),
        HttpStatusCode = Key.Of("HttpStatusCode"), RequestId = Key.Of("RequestId");

    public static bool IsInvoke(string resource)
        => resource.Contains(":states:", StringComparison.Ordinal) && resource.Contains(":lambda:invoke", StringComparison.Ordinal);

    public static bool IsFunctionArn(string resource) => resource.Contains(":lambda:", StringComparison.Ordinal) && resource.Contains(":function:", StringComparison.Ordinal);

    public static string? FunctionOf(in JsonValue parameters)
    {
        JsonValue name = parameters[FunctionName], qualifier = parameters[Qualifier];
        return !name.IsString ? null : qualifier.IsString ? name.AsString() + ":" + qualifier.AsString() : name.AsString();
    }

    /// <summary>The names under which a function's handler may be registered, the most precise first.</summary>
    public static IEnumerable<string> NamesOf(string function)
    {
        yield return function;
        const string Marker = ":function:";
        int at = function.IndexOf(Marker, StringComparison.Ordinal);
        string name = at < 0 ? function : function[(at + Marker.Length)..];
        if (at >= 0)
            yield return name;
        int colon = name.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
            yield break;
        if (at >= 0)
            yield return function[..(at + Marker.Length + colon)];
        yield return name[..colon];
    }

    public static ValueTask<JsonValue> HandleAsync(
        Func<JsonValue, TaskContext, CancellationToken, ValueTask<JsonValue>> function, JsonValue parameters, TaskContext context, CancellationToken cancellationToken)
    {
        JsonValue payload = PayloadOf(parameters[Payload]);
        bool isEvent = parameters[InvocationType].StringEquals("Event", "Event"u8);
        string request = context.RequestId;
        ValueTask<JsonValue> reply = function(payload, context, cancellationToken);
        // T-023: nobody waits for the result of an Event. Its failure is the function's own affair.
        if (isEvent)
        {
            if (!reply.IsCompleted)
                _ = reply.AsTask().ContinueWith(static task => _ = task.Exception, TaskScheduler.Default);
            return ValueTask.FromResult(Wrapped(default, 202, request));
        }

        return reply.IsCompletedSuccessfully ? ValueTask.FromResult(WrapReply(reply.Result, request)) : Awaited(reply, request);
    }

    /// <summary>What a function gets as its event. T-022.</summary>
    public static JsonValue PayloadOf(in JsonValue payload)
    {
        if (payload.IsMissing || payload.IsNull)
            return JsonValue.EmptyObject;
        return payload.IsString && JsonValue.TryParse(System.Text.Encoding.UTF8.GetBytes(payload.AsString()), out JsonValue parsed, out _) ? parsed : payload;
    }

    private static async ValueTask<JsonValue> Awaited(ValueTask<JsonValue> reply, string request)
        => WrapReply(await reply.ConfigureAwait(false), request);

    private static JsonValue WrapReply(in JsonValue result, string request)
        => result.IsFailure ? result : Wrapped(result.IsMissing ? JsonValue.Null : result, 200, request);

    private static JsonValue Wrapped(in JsonValue payload, int status, string request)
        => Wrapped(in payload, status, request, "$LATEST", JsonValue.EmptyObject, JsonValue.EmptyObject);

    /// <summary>The result of an invocation as AWS gives it, without <c>Payload</c> when that is missing.</summary>
    public static JsonValue Wrapped(in JsonValue payload, int status, string request, string version, in JsonValue allHeaders, in JsonValue headers)
    {
        JsonValue metadata = JsonValue.Object(new(AllHttpHeaders, allHeaders), new(HttpHeaders, headers), new(HttpStatusCode, status));
        JsonValue response = JsonValue.Object(new JsonProperty(RequestId, request));
        return payload.IsMissing
            ? JsonValue.Object(new(SdkHttpMetadata, metadata), new(SdkResponseMetadata, response), new(StatusCode, status))
            : JsonValue.Object(
                new(ExecutedVersion, version), new(Payload, payload), new(SdkHttpMetadata, metadata), new(SdkResponseMetadata, response), new(StatusCode, status));
    }
}
