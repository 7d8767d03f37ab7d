namespace Compiled.Outside.HttpTasks;

/// <summary>The request of an HTTP task. Each text is there twice: with <see cref="HttpExchange.HiddenSecret"/> for what a connection adds, and revealed.</summary>
public sealed record HttpExchangeRequest
{
    /// <summary><c>https</c>, or <c>http</c> where that is allowed.</summary>
    public required string Protocol { get; init; }

    /// <summary>The method.</summary>
    public required string Method { get; init; }

    /// <summary>The URL with its query.</summary>
    public required string Url { get; init; }

    /// <summary>The URL with what the connection adds.</summary>
    public required string RevealedUrl { get; init; }

    /// <summary>The headers in one text, as AWS shows them: <c>[name: value, name: value]</c>.</summary>
    public required string Headers { get; init; }

    /// <summary>The headers with what the connection adds.</summary>
    public required string RevealedHeaders { get; init; }

    /// <summary>The body; null for none.</summary>
    public string? Body { get; init; }

    /// <summary>The body with what the connection adds.</summary>
    public string? RevealedBody { get; init; }
}
