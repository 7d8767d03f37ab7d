using System.Globalization;
using System.Text;
using Compiled.Outside.Calls;
using Compiled.Values;

namespace Compiled.Outside.HttpTasks;

/// <summary>
/// Does <c>arn:aws:states:::http:invoke</c>. Source: Step Functions' guide, "Call HTTPS APIs in Step Functions workflows". FEATURES B11.
/// </summary>
/// <param name="configuration">Connections, and what is allowed.</param>
/// <param name="client">Sends the requests; <see cref="HttpClients.CreateGuarded"/> makes one that connects to no forbidden address.</param>
/// <param name="tokenClient">Fetches OAuth's tokens from configured endpoints; <paramref name="client"/> unless said.</param>
public sealed class HttpTaskHandler(HttpTaskConfiguration configuration, HttpClient client, HttpClient? tokenClient = null) : IOutsideHandler
{
    private readonly OAuthTokens _tokens = new(tokenClient ?? client, configuration.TimeoutSeconds);

    /// <summary>Told of each request with its answer, before the state goes on; null for nobody. It must not throw.</summary>
    public Action<TaskContext, HttpExchange>? Exchanged { get; init; }

    /// <inheritdoc/>
    public bool Handles(JsonValue input, TaskContext context)
        => context.Resource.Contains(":states:", StringComparison.Ordinal) && context.Resource.EndsWith(":http:invoke", StringComparison.Ordinal);

    /// <inheritdoc/>
    public async ValueTask<JsonValue> HandleAsync(JsonValue input, TaskContext context, CancellationToken cancellationToken)
    {
        if (HttpTaskParameters.Read(in input, configuration, out JsonValue failure) is not { } parameters)
            return failure;
        HttpConnection? connection = parameters.ConnectionArn is { } arn ? configuration.Find(arn) : null;
        if (connection is null && parameters.ConnectionArn is not null && !configuration.AllowMissingConnections)
            return JsonValue.Failure(new Fault("Events.ConnectionResource.ResourceNotFound", $"Connection '{parameters.ConnectionArn}' does not exist."));

        string? token = null;
        for (bool isAgain = false; ; isAgain = true)
        {
            if (connection?.OAuth is { } oAuth)
            {
                (string? value, string? trouble) = await _tokens.GetAsync(oAuth, token, context, cancellationToken).ConfigureAwait(false);
                if (value is null)
                    return JsonValue.Failure(new Fault("Events.ConnectionResource.InvalidConnectionState", trouble));
                token = value;
            }

            HttpTaskMessage message = new(parameters, connection, AuthorizationOf(connection, token), configuration.Region);
            using HttpRequestMessage request = message.ToRequest();
            Reply reply = await HttpCall.SendAsync(client, request, configuration.TimeoutSeconds, context, cancellationToken).ConfigureAwait(false);
            HttpExchange exchange = new(message.Shown, Shown(reply, message));
            Exchanged?.Invoke(context, exchange);
            if (context.Options.HttpTrace is { } trace)
                exchange.ShowTo(trace);
            // A token may be taken back before its time; EventBridge fetches a new one on these two as well.
            if (isAgain || token is null || reply.Trouble != Trouble.None || reply.Status is not (401 or 407))
                return HttpTaskResult.Of(reply);
        }
    }

    private static KeyValuePair<string, string>? AuthorizationOf(HttpConnection? connection, string? token) => connection switch
    {
        { Basic: { } basic } => new("Authorization", "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{basic.Username}:{basic.Password}"))),
        { ApiKey: { } key } => new(key.Name, key.Value),
        { OAuth: not null } => new("Authorization", token!),
        _ => null,
    };

    private static HttpExchangeResponse? Shown(Reply reply, HttpTaskMessage message) => reply.Trouble != Trouble.None ? null : new HttpExchangeResponse
    {
        Protocol = message.Shown.Protocol,
        StatusCode = reply.Status.ToString(CultureInfo.InvariantCulture),
        StatusMessage = reply.Reason,
        Headers = HttpTaskResult.HeadersText(reply),
        Body = reply.BodyText,
    };
}
