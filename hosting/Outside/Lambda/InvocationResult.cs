using Compiled.Outside.Calls;
using Compiled.Tasks;
using Compiled.Values;

namespace Compiled.Outside.Lambda;

/// <summary>What a state gets of the answer to an invocation.</summary>
internal static class InvocationResult
{
    private static readonly Key ErrorType = Key.Of("errorType"), ErrorMessage = Key.Of("errorMessage");

    public static JsonValue Of(Reply reply, Invocation invocation, string requestId, bool errorsByShape)
    {
        string id = reply.Header("x-amzn-RequestId") ?? requestId;
        if (reply.Trouble != Trouble.None)
            return LambdaErrors.OfTrouble(reply, invocation);
        bool isJson = JsonValue.TryParse(reply.Body, out JsonValue payload, out _);
        if (reply.Header("X-Amz-Function-Error") is not null || errorsByShape && IsErrorReport(in payload))
            return LambdaErrors.OfFunction(in payload, reply);
        if (!reply.IsSuccess)
            return LambdaErrors.OfService(reply, in payload, id);
        if (invocation.InvocationType != "RequestResponse")
            return invocation.IsIntegration ? Wrapped(default, reply, id) : JsonValue.Null;
        if (!isJson && reply.Body.Length > 0)
            return LambdaErrors.OfFunction(default, reply);
        if (reply.Body.Length == 0)
            payload = JsonValue.Null;
        return invocation.IsIntegration ? Wrapped(in payload, reply, id) : payload;
    }

    // Runtimes report an error as these two and a trace; a function's own result that has both, and nothing else but those, is taken for one.
    private static bool IsErrorReport(in JsonValue payload)
    {
        if (!payload.IsObject || !payload[ErrorType].IsString || !payload[ErrorMessage].IsString)
            return false;
        foreach (JsonMember member in payload.Members())
        {
            if (member.Name is not ("errorType" or "errorMessage" or "stackTrace" or "trace" or "requestId" or "cause"))
                return false;
        }

        return true;
    }

    private static JsonValue Wrapped(in JsonValue payload, Reply reply, string requestId)
    {
        JsonValue all = JsonValue.ObjectOf([.. reply.Headers.Select(header => new JsonProperty(
            Key.Of(header.Key), JsonValue.ArrayOf(Array.ConvertAll(header.Value, static value => (JsonValue)value))))]);
        JsonValue single = JsonValue.ObjectOf([.. reply.Headers.Select(header => new JsonProperty(Key.Of(header.Key), string.Join(',', header.Value)))]);
        return LambdaInvoke.Wrapped(in payload, reply.Status, requestId, reply.Header("X-Amz-Executed-Version") ?? "$LATEST", in all, in single);
    }
}
