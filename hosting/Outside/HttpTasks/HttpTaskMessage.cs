using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Compiled.Values;

namespace Compiled.Outside.HttpTasks;

/// <summary>The request of an HTTP task: the state's parameters, and what the connection adds, which wins. FEATURES T-110.</summary>
internal sealed class HttpTaskMessage
{
    private readonly string _method;
    private readonly Uri _url;
    private readonly List<(string Name, string Value, bool IsSecret)> _headers = [];
    private readonly byte[]? _body;

    /// <summary>What TestState shows.</summary>
    public HttpExchangeRequest Shown { get; }

    public HttpTaskMessage(HttpTaskParameters parameters, HttpConnection? connection, KeyValuePair<string, string>? authorization, string region)
    {
        _method = parameters.Method;
        _url = UrlOf(parameters, connection, isRevealed: true);
        string? text = BodyOf(parameters, connection, isRevealed: true);
        _body = text is null ? null : Encoding.UTF8.GetBytes(text);

        // As AWS sends them: its documentation shows these two in every traced request.
        _headers.Add(("User-Agent", $"Amazon|StepFunctions|HttpInvoke|{region}", false));
        _headers.Add(("Range", "bytes=0-262144", false));
        foreach ((string name, string value) in parameters.Headers)
            Set(name, value, isSecret: false, adds: parameters.Headers.Count(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)) > 1);
        foreach ((string name, string value) in connection?.Headers ?? new Dictionary<string, string>())
            Set(name, value, isSecret: true);
        if (authorization is var (header, secret))
            Set(header, secret, isSecret: true);
        if (text is not null && !_headers.Exists(static entry => entry.Name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)))
            Set("Content-Type", parameters.FormFormat is null ? "application/json; charset=UTF-8" : "application/x-www-form-urlencoded", isSecret: false);

        Shown = new HttpExchangeRequest
        {
            Protocol = _url.Scheme,
            Method = _method,
            Url = UrlOf(parameters, connection, isRevealed: false).AbsoluteUri,
            RevealedUrl = _url.AbsoluteUri,
            Headers = HeadersText(isRevealed: false),
            RevealedHeaders = HeadersText(isRevealed: true),
            Body = BodyOf(parameters, connection, isRevealed: false),
            RevealedBody = text,
        };
    }

    public HttpRequestMessage ToRequest()
    {
        HttpRequestMessage request = new(HttpMethod.Parse(_method), _url);
        if (_body is not null)
            request.Content = new ByteArrayContent(_body);
        foreach ((string name, string value, _) in _headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
                request.Content?.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }

    private void Set(string name, string value, bool isSecret, bool adds = false)
    {
        if (!adds)
            _headers.RemoveAll(entry => entry.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        _headers.Add((name, value, isSecret));
    }

    private static Uri UrlOf(HttpTaskParameters parameters, HttpConnection? connection, bool isRevealed)
    {
        IReadOnlyDictionary<string, string> added = connection?.QueryParameters ?? new Dictionary<string, string>();
        string query = FormText.Of(parameters.QueryParameters.Where(pair => !added.ContainsKey(pair.Key))
            .Concat(added.Select(pair => isRevealed ? pair : new(pair.Key, HttpExchange.HiddenSecret))));
        if (query.Length == 0)
            return parameters.Url;
        UriBuilder builder = new(parameters.Url);
        builder.Query = builder.Query.Length > 1 ? $"{builder.Query[1..]}&{query}" : query;
        return builder.Uri;
    }

    private static string? BodyOf(HttpTaskParameters parameters, HttpConnection? connection, bool isRevealed)
    {
        JsonValue body = parameters.Body;
        if (connection is { Body.Count: > 0 } && (body.IsMissing || body.IsObject))
        {
            body = body.IsMissing ? JsonValue.EmptyObject : body;
            foreach ((string name, string value) in connection.Body)
                body = body.With(name, isRevealed ? value : HttpExchange.HiddenSecret);
        }

        return body.IsMissing ? null
            : body.IsString ? body.AsString()
            : parameters.FormFormat is { } format && body.IsObject ? FormText.Of(in body, format)
            : body.ToString();
    }

    private string HeadersText(bool isRevealed)
        => $"[{string.Join(", ", _headers.Select(header => $"{header.Name}: {(isRevealed || !header.IsSecret ? header.Value : HttpExchange.HiddenSecret)}"))}]";
}
