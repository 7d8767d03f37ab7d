using System.Text.Json;

namespace Compiled.Server.Protocol;

/// <summary>One call of an operation.</summary>
/// <param name="request">What was asked.</param>
/// <param name="caller">Who asks.</param>
/// <param name="writer">Where the members of the answer go; the object around them is there.</param>
/// <param name="cancellationToken">Cancelled when the caller has gone.</param>
internal sealed class ApiCall(ApiRequest request, ApiCaller caller, Utf8JsonWriter writer, CancellationToken cancellationToken)
{
    public ApiRequest Request { get; } = request;

    public ApiCaller Caller { get; } = caller;

    public Utf8JsonWriter Writer { get; } = writer;

    public CancellationToken CancellationToken { get; } = cancellationToken;

    /// <summary>The X-Ray header of the HTTP request; null for none.</summary>
    public string? TraceHeader { get; init; }
}
