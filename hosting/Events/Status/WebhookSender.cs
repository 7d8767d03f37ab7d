using System.Net.Http.Headers;
using Compiled.Values;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Compiled.Events.Status;

/// <summary>
/// Posts events to a URL, one after the other and in order. Each is tried until the answer is 2xx, with growing delays; a receiver may thus get one twice, and knows it by
/// its <c>id</c>. An answer of 4xx other than 408 and 429 is final. What waits is lost with the process.
/// </summary>
public sealed class WebhookSender : IAsyncDisposable
{
    private readonly DeliveryQueue<JsonValue> _queue;
    private readonly HttpClient _client;
    private readonly WebhookOptions _options;
    private readonly TimeProvider _time;

    /// <summary>Makes a sender, which begins at once.</summary>
    /// <param name="client">Sends the requests; its own timeout should be longer than <see cref="WebhookOptions.Timeout"/>.</param>
    /// <param name="options">Where to, and how hard.</param>
    /// <param name="timeProvider">The clock; the system's unless said.</param>
    /// <param name="logger">Where failures are logged; nowhere unless said.</param>
    public WebhookSender(HttpClient client, WebhookOptions options, TimeProvider? timeProvider = null, ILogger? logger = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(options);
        (_client, _options, _time) = (client, options, timeProvider ?? TimeProvider.System);
        _queue = new DeliveryQueue<JsonValue>(options.Url.Host, SendAsync, options.Delivery, _time, logger ?? NullLogger.Instance);
    }

    /// <summary>How many events arrived.</summary>
    public long Delivered => _queue.Delivered;

    /// <summary>How many events were dropped, since too many waited.</summary>
    public long Dropped => _queue.Dropped;

    /// <summary>How many events were given up.</summary>
    public long GivenUp => _queue.GivenUp;

    /// <summary>Adds an event; false when too many wait, and the event is lost.</summary>
    public bool TryAdd(JsonValue @event) => _queue.TryAdd(@event);

    /// <summary>Completes when what waits has arrived or is given up; takes nothing more.</summary>
    public Task DrainAsync() => _queue.DrainAsync();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _queue.DisposeAsync();

    private async Task SendAsync(JsonValue @event, CancellationToken cancellationToken)
    {
        using CancellationTokenSource timeout = new(_options.Timeout, _time);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        using HttpRequestMessage request = new(HttpMethod.Post, _options.Url)
        {
            Content = new ByteArrayContent(@event.ToUtf8()) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
        };
        foreach ((string name, string value) in _options.Headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using HttpResponseMessage response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token).ConfigureAwait(false);
        int status = (int)response.StatusCode;
        if (status is >= 400 and < 500 and not (408 or 429))
            throw new DeliveryRefusedException($"The answer is {status} {response.ReasonPhrase}");
        response.EnsureSuccessStatusCode();
    }
}
