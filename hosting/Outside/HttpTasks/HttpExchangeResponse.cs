namespace Compiled.Outside.HttpTasks;

/// <summary>The answer to an HTTP task's request.</summary>
public sealed record HttpExchangeResponse
{
    /// <summary>The request's protocol.</summary>
    public required string Protocol { get; init; }

    /// <summary>The status: <c>200</c>.</summary>
    public required string StatusCode { get; init; }

    /// <summary>The status in words: <c>OK</c>.</summary>
    public required string StatusMessage { get; init; }

    /// <summary>The headers in one text: <c>[name: value, name: value]</c>.</summary>
    public required string Headers { get; init; }

    /// <summary>The body.</summary>
    public required string Body { get; init; }
}
