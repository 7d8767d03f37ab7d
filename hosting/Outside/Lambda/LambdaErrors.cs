using Compiled.Expressions;
using Compiled.Outside.Calls;
using Compiled.Values;

namespace Compiled.Outside.Lambda;

/// <summary>Errors of invocations, in AWS's names and words. FEATURES T-024 to T-027, E-040, E-041, E-046, E-077.</summary>
internal static class LambdaErrors
{
    private static readonly Key ErrorType = Key.Of("errorType"), Message = Key.Of("Message"), LowerMessage = Key.Of("message"), Type = Key.Of("__type");

    // The errors of "Invoke" in Lambda's API reference. What the service says besides comes out as its general exception (L-371).
    private static readonly HashSet<string> s_modelled = new(StringComparer.Ordinal)
    {
        "CodeArtifactUserDeletedException", "CodeArtifactUserFailedException", "CodeArtifactUserPendingException", "EC2AccessDeniedException",
        "EC2ThrottledException", "EC2UnexpectedException", "EFSIOException", "EFSMountConnectivityException", "EFSMountFailureException",
        "EFSMountTimeoutException", "ENILimitReachedException", "InvalidParameterValueException", "InvalidRequestContentException",
        "InvalidRuntimeException", "InvalidSecurityGroupIDException", "InvalidSubnetIDException", "InvalidZipFileException",
        "KMSAccessDeniedException", "KMSDisabledException", "KMSInvalidStateException", "KMSNotFoundException", "RecursiveInvocationException",
        "RequestTooLargeException", "ResourceConflictException", "ResourceNotFoundException", "ResourceNotReadyException", "ServiceException",
        "SnapStartException", "SnapStartNotReadyException", "SnapStartTimeoutException", "SubnetIPAddressLimitReachedException",
        "TooManyRequestsException", "UnsupportedMediaTypeException",
    };

    /// <summary>The function itself failed; <paramref name="payload"/> is missing when its answer is no JSON.</summary>
    public static JsonValue OfFunction(in JsonValue payload, Reply reply)
    {
        string cause = payload.IsMissing ? reply.BodyText : payload.ToString();
        return payload[ErrorType] is { IsString: true } type
            ? JsonValue.Failure(new Fault(type.AsString(), cause))
            : JsonValue.Failure(new Fault("Lambda.Unknown", $"The cause could not be determined because Lambda did not return an error type. Returned payload: {cause}"));
    }

    /// <summary>The service refused.</summary>
    public static JsonValue OfService(Reply reply, in JsonValue payload, string requestId)
    {
        string code = CodeOf(reply, in payload);
        string message = payload[Message] is { IsString: true } upper ? upper.AsString()
            : payload[LowerMessage] is { IsString: true } lower ? lower.AsString()
            : reply.Body.Length == 0 || payload.IsObject ? reply.Reason : reply.BodyText;
        string name = s_modelled.Contains(code) ? code : "AWSLambdaException";
        return JsonValue.Failure(new Fault(
            "Lambda." + name, $"{message} (Service: AWSLambda; Status Code: {reply.Status}; Error Code: {code}; Request ID: {requestId}; Proxy: null)"));
    }

    /// <summary>There was no answer.</summary>
    public static JsonValue OfTrouble(Reply reply, Invocation invocation) => JsonValue.Failure(reply.Trouble switch
    {
        Trouble.TimedOut => new Fault("Lambda.ClientExecutionTimeoutException", "Client execution did not complete before the specified timeout configuration."),
        Trouble.TooLarge => Faults.DataLimitExceeded(invocation.IsIntegration ? "lambda" : invocation.Function),
        _ => new Fault("Lambda.SdkClientException", $"Unable to execute HTTP request: {reply.Text}"),
    });

    // "ResourceNotFoundException:http://internal.amazon.com/..." in the header, "com.amazonaws#ResourceNotFoundException" in a body.
    private static string CodeOf(Reply reply, in JsonValue payload)
    {
        string? said = reply.Header("X-Amzn-ErrorType") ?? (payload[Type] is { IsString: true } type ? type.AsString() : null);
        if (string.IsNullOrEmpty(said))
            return reply.Status == 429 ? "TooManyRequestsException" : reply.Status == 404 ? "ResourceNotFoundException" : "null";
        string code = said.Split(':')[0];
        return code[(code.LastIndexOf('#') + 1)..];
    }
}
