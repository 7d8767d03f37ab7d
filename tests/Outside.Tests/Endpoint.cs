using System.Net;
using System.Text;

namespace Compiled.Outside.Tests;

/// <summary>An endpoint without a network: answers what the test says, and keeps what it was asked.</summary>
internal sealed class Endpoint : HttpMessageHandler
{
    private readonly Queue<Func<Asked, HttpResponseMessage>> _answers = new();

    public List<Asked> Requests { get; } = [];

    /// <summary>Completes when a request has come.</summary>
    public TaskCompletionSource Reached { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public HttpClient Client => new(this, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };

    public Endpoint Answers(int status, string body = "", string? type = "application/json", params (string Name, string Value)[] headers)
        => Answers(_ => Response(status, Encoding.UTF8.GetBytes(body), type, headers));

    public Endpoint Answers(Func<Asked, HttpResponseMessage> answer)
    {
        _answers.Enqueue(answer);
        return this;
    }

    public static HttpResponseMessage Response(int status, byte[] body, string? type, params (string Name, string Value)[] headers)
    {
        HttpResponseMessage response = new((HttpStatusCode)status) { Content = new ByteArrayContent(body) };
        if (type is not null)
            response.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        foreach ((string name, string value) in headers)
            response.Headers.TryAddWithoutValidation(name, value);
        return response;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Dictionary<string, string> headers = new(StringComparer.OrdinalIgnoreCase);
        foreach ((string name, IEnumerable<string> values) in request.Headers.Concat(request.Content?.Headers ?? Enumerable.Empty<KeyValuePair<string, IEnumerable<string>>>()))
            headers[name] = string.Join("|", values);
        string? body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
        Asked asked = new(request.Method.Method, request.RequestUri!.AbsoluteUri, headers, body);
        lock (Requests)
            Requests.Add(asked);
        Reached.TrySetResult();
        // Without an answer it never answers.
        if (!_answers.TryDequeue(out Func<Asked, HttpResponseMessage>? answer))
            await Task.Delay(Timeout.Infinite, cancellationToken);
        return answer!(asked);
    }
}

internal sealed record Asked(string Method, string Url, Dictionary<string, string> Headers, string? Body);
