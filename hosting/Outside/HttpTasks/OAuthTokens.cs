using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using Compiled.Outside.Calls;
using Compiled.Values;

namespace Compiled.Outside.HttpTasks;

/// <summary>Tokens of connections, each fetched once and kept until it is about to expire.</summary>
internal sealed class OAuthTokens(HttpClient client, double timeoutSeconds)
{
    private static readonly Key AccessToken = Key.Of("access_token"), TokenType = Key.Of("token_type"), ExpiresIn = Key.Of("expires_in");

    // A token that ends while a request is on its way is of no use.
    private static readonly TimeSpan s_margin = TimeSpan.FromSeconds(60);

    private readonly ConcurrentDictionary<OAuthAuthorization, Kept> _kept = new(ReferenceEqualityComparer.Instance);

    /// <summary>The value of the header <c>Authorization</c>, or why there is none.</summary>
    /// <param name="authorization">Whose.</param>
    /// <param name="refused">A value that the endpoint no longer takes; null for none.</param>
    /// <param name="context">The attempt.</param>
    /// <param name="cancellationToken">The attempt's.</param>
    public async ValueTask<(string? Value, string? Trouble)> GetAsync(
        OAuthAuthorization authorization, string? refused, TaskContext context, CancellationToken cancellationToken)
    {
        Kept kept = _kept.GetOrAdd(authorization, static _ => new Kept());
        // Many tasks that find no token fetch one.
        await kept.Turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            DateTimeOffset now = context.TimeProvider.GetUtcNow();
            if (kept.Value is { } value && value != refused && now < kept.Until)
                return (value, null);
            kept.Value = null;
            using HttpRequestMessage request = RequestOf(authorization);
            Reply reply = await HttpCall.SendAsync(client, request, timeoutSeconds, context, cancellationToken).ConfigureAwait(false);
            if (reply.Trouble != Trouble.None)
                return (null, $"{authorization.TokenEndpoint}: {reply.Text}");
            if (!reply.IsSuccess || !JsonValue.TryParse(reply.Body, out JsonValue body, out _) || body[AccessToken] is not { IsString: true } token)
                return (null, $"{authorization.TokenEndpoint} answered {reply.Status} {reply.Reason} without an access_token.");
            // RFC 6749, section 5.1: without expires_in the lifetime is told elsewhere; then the token is kept until it is refused.
            kept.Until = body[ExpiresIn].TryGetInt64(out long seconds) ? now + TimeSpan.FromSeconds(Math.Clamp(seconds, 0, int.MaxValue)) - s_margin : DateTimeOffset.MaxValue;
            // The type is told without regard to case, and some endpoints take only the usual spelling.
            string type = body[TokenType] is { IsString: true } told && !told.AsString().Equals("bearer", StringComparison.OrdinalIgnoreCase) ? told.AsString() : "Bearer";
            return (kept.Value = $"{type} {token.AsString()}", null);
        }
        finally
        {
            kept.Turn.Release();
        }
    }

    private static HttpRequestMessage RequestOf(OAuthAuthorization authorization)
    {
        string form = FormText.Of(authorization.Parameters.Prepend(new("grant_type", "client_credentials")));
        UriBuilder url = new(authorization.TokenEndpoint);
        if (authorization.Method == "GET")
            url.Query = url.Query.Length > 1 ? $"{url.Query[1..]}&{form}" : form;
        HttpRequestMessage request = new(HttpMethod.Parse(authorization.Method), url.Uri);
        if (authorization.Method != "GET")
            request.Content = new StringContent(form, Encoding.UTF8, new MediaTypeHeaderValue("application/x-www-form-urlencoded"));
        // RFC 6749, section 2.3.1: id and secret are form-encoded before they are put together.
        string pair = $"{Uri.EscapeDataString(authorization.ClientId)}:{Uri.EscapeDataString(authorization.ClientSecret)}";
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(pair)));
        return request;
    }

    private sealed class Kept
    {
        public SemaphoreSlim Turn { get; } = new(1, 1);

        public string? Value { get; set; }

        public DateTimeOffset Until { get; set; }
    }
}
