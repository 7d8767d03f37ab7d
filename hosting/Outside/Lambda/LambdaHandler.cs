using System.Net.Http.Headers;
using Compiled.Outside.Calls;
using Compiled.Outside.Signing;
using Compiled.Tasks;
using Compiled.Values;

namespace Compiled.Outside.Lambda;

/// <summary>
/// Invokes Lambda functions over HTTP: states whose Resource is a function's ARN, and <c>arn:aws:states:::lambda:invoke</c>. Source:
/// Lambda's API reference, "Invoke". FEATURES B2.
/// </summary>
/// <remarks>
/// A function that fails gives its <c>errorType</c> as error and its whole answer as cause; a request that the service refuses
/// <c>Lambda.</c> with the exception's name; one that never got there <c>Lambda.SdkClientException</c>.
/// </remarks>
/// <param name="configuration">Where the functions are.</param>
/// <param name="client">Sends the requests; its own timeout should be longer than the configuration's.</param>
public sealed class LambdaHandler(LambdaConfiguration configuration, HttpClient client) : IOutsideHandler
{
    private static readonly MediaTypeHeaderValue s_json = new("application/json");

    /// <inheritdoc/>
    public bool Handles(JsonValue input, TaskContext context)
        => Invocation.FunctionOf(in input, context.Resource) is { } function && (configuration.Endpoint is not null || Find(function) is not null);

    /// <inheritdoc/>
    public async ValueTask<JsonValue> HandleAsync(JsonValue input, TaskContext context, CancellationToken cancellationToken)
    {
        if (Invocation.Read(in input, context.Resource, out JsonValue failure) is not { } invocation)
            return failure;
        string requestId = context.RequestId;
        FunctionEndpoint? own = Find(invocation.Function);
        using HttpRequestMessage request = RequestOf(invocation, own, context);
        Reply reply = await HttpCall.SendAsync(client, request, own?.TimeoutSeconds ?? configuration.TimeoutSeconds, context, cancellationToken).ConfigureAwait(false);
        return InvocationResult.Of(reply, invocation, requestId, configuration.ErrorsByShape ?? configuration.Credentials is null);
    }

    private FunctionEndpoint? Find(string function)
    {
        foreach (string name in LambdaInvoke.NamesOf(function))
        {
            if (configuration.Functions.TryGetValue(name, out FunctionEndpoint? endpoint))
                return endpoint;
        }

        return null;
    }

    private HttpRequestMessage RequestOf(Invocation invocation, FunctionEndpoint? own, in TaskContext context)
    {
        string name = own?.Name ?? (configuration.Credentials is null ? invocation.ShortName : invocation.WholeName);
        string query = invocation.Qualifier is { } qualifier ? "?Qualifier=" + Uri.EscapeDataString(qualifier) : "";
        string endpoint = (own?.Endpoint ?? configuration.Endpoint!).AbsoluteUri.TrimEnd('/');
        byte[] body = invocation.Payload.ToUtf8();
        HttpRequestMessage request = new(HttpMethod.Post, new Uri($"{endpoint}/2015-03-31/functions/{Uri.EscapeDataString(name)}/invocations{query}"))
        {
            Content = new ByteArrayContent(body) { Headers = { ContentType = s_json } },
        };
        request.Headers.TryAddWithoutValidation("X-Amz-Invocation-Type", invocation.InvocationType);
        if (invocation.ClientContext is { } clientContext)
            request.Headers.TryAddWithoutValidation("X-Amz-Client-Context", clientContext);
        if (configuration.Credentials is { } credentials)
            AwsSignature.Sign(request, body, credentials, configuration.Region, "lambda", context.TimeProvider.GetUtcNow());
        return request;
    }
}
