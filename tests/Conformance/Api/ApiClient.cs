using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Conformance.Api;

/// <summary>Calls a server of AWS's Step Functions API.</summary>
internal sealed class ApiClient(Uri endpoint) : IDisposable
{
    // Execution of an Express machine in a call takes five minutes at most.
    private readonly HttpClient _client = new() { BaseAddress = endpoint, Timeout = TimeSpan.FromMinutes(6) };

    /// <summary>Calls an operation in the name of an account; gives its answer, and whether it is a refusal.</summary>
    public async Task<(bool IsRefused, JsonElement Answer)> SendAsync(string operation, JsonObject request, string account, string region, CancellationToken cancellationToken)
    {
        using HttpRequestMessage message = new(HttpMethod.Post, "/") { Content = new StringContent(request.ToJsonString(), Encoding.UTF8) };
        message.Content.Headers.ContentType = new("application/x-amz-json-1.0");
        message.Headers.TryAddWithoutValidation("X-Amz-Target", "AWSStepFunctions." + operation);
        // A local server takes region and account from there and checks no signature.
        message.Headers.TryAddWithoutValidation("Authorization", $"AWS4-HMAC-SHA256 Credential={account}/20260101/{region}/states/aws4_request, SignedHeaders=host;x-amz-target, Signature=00");
        using HttpResponseMessage response = await _client.SendAsync(message, cancellationToken).ConfigureAwait(false);
        JsonElement answer = JsonElement.Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false));
        return (response.StatusCode != HttpStatusCode.OK, answer);
    }

    /// <summary>Calls an operation that must not be refused.</summary>
    /// <exception cref="ApiRefusalException">It is.</exception>
    public async Task<JsonElement> CallAsync(string operation, JsonObject request, string account, string region, CancellationToken cancellationToken)
    {
        (bool isRefused, JsonElement answer) = await SendAsync(operation, request, account, region, cancellationToken).ConfigureAwait(false);
        return isRefused ? throw new ApiRefusalException(operation, answer) : answer;
    }

    public void Dispose() => _client.Dispose();
}
