namespace Compiled.Outside.HttpTasks;

/// <summary>One request of an HTTP task with its answer, as TestState shows them at inspection level TRACE. FEATURES T-114.</summary>
/// <param name="Request">The request.</param>
/// <param name="Response">The answer; null when there was none.</param>
public sealed record HttpExchange(HttpExchangeRequest Request, HttpExchangeResponse? Response)
{
    /// <summary>What stands in place of a connection's secrets.</summary>
    public const string HiddenSecret = "[HIDDEN]";
}
