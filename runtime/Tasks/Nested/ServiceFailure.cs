using Compiled.Values;

namespace Compiled.Tasks.Nested;

/// <summary>A refused request as the task's error, which the two kinds of integration write differently.</summary>
internal static class ServiceFailure
{
    /// <summary>T-010, T-011, T-094, T-098.</summary>
    /// <param name="code">AWS's code, with or without <c>Exception</c>.</param>
    /// <param name="message">AWS's message.</param>
    /// <param name="isSdk">The integration is <c>aws-sdk:sfn</c>.</param>
    /// <param name="requestId">The request's id.</param>
    public static JsonValue Of(string code, string message, bool isSdk, string requestId)
    {
        string name = code.EndsWith("Exception", StringComparison.Ordinal) ? code : code + "Exception";
        return JsonValue.Failure(isSdk
            ? new Fault("Sfn." + name, $"{message} (Service: Sfn, Status Code: 400, Request ID: {requestId}) (SDK Attempt Count: 1)")
            : new Fault("StepFunctions." + name, $"{message} (Service: AWSStepFunctions; Status Code: 400; Error Code: {code}; Request ID: {requestId}; Proxy: null)"));
    }
}
