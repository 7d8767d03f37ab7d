using Compiled.Tasks;

namespace Compiled.Outside.HttpTasks;

/// <summary>One request of an HTTP task with its answer, as TestState shows them at inspection level TRACE. FEATURES T-114.</summary>
/// <param name="Request">The request.</param>
/// <param name="Response">The answer; null when there was none.</param>
public sealed record HttpExchange(HttpExchangeRequest Request, HttpExchangeResponse? Response)
{
    /// <summary>What stands in place of a connection's secrets.</summary>
    public const string HiddenSecret = "[HIDDEN]";

    /// <summary>Shows the exchange to whoever tests the state, with the connection's secrets where they are to be revealed.</summary>
    internal void ShowTo(IHttpTrace trace)
    {
        trace.Sent(trace.RevealsSecrets
            ? new HttpTaskRequest(Request.Protocol, Request.Method, Request.RevealedUrl, Request.RevealedHeaders, Request.RevealedBody)
            : new HttpTaskRequest(Request.Protocol, Request.Method, Request.Url, Request.Headers, Request.Body));
        if (Response is { } response)
            trace.Received(new HttpTaskResponse(response.Protocol, response.StatusCode, response.StatusMessage, response.Headers, response.Body));
    }
}
