using System.Net;
using Compiled.Events.Status;
using Compiled.Values;

namespace Compiled.Events.Tests.Status;

public sealed class WebhookTests
{
    private readonly EagerClock _clock = new();

    [Fact]
    public async Task Event_Posted_ArrivesWithItsHeaders()
    {
        Receiver receiver = new(200);
        await using WebhookSender sender = Sender(receiver);

        Assert.True(sender.TryAdd(JsonValue.Parse("""{"id": "1"}""")));
        await sender.DrainAsync();

        Assert.Equal("""POST http://hook/events application/json Bearer t {"id":"1"}""", Assert.Single(receiver.Got));
        Assert.Equal((1L, 0L, 0L), (sender.Delivered, sender.Dropped, sender.GivenUp));
    }

    [Fact]
    public async Task Event_ThatIsNotTaken_IsTriedAgainInOrder()
    {
        Receiver receiver = new(503, 429, 200, 200);
        await using WebhookSender sender = Sender(receiver);

        sender.TryAdd("a");
        sender.TryAdd("b");
        await sender.DrainAsync();

        Assert.Equal(["\"a\"", "\"a\"", "\"a\"", "\"b\""], receiver.Got.Select(got => got.Split(' ')[^1]));
        Assert.Equal([1, 2], _clock.Delays);
    }

    [Fact]
    public async Task Event_ThatIsRefused_IsGivenUpAtOnce()
    {
        Receiver receiver = new(400, 200);
        await using WebhookSender sender = Sender(receiver);

        sender.TryAdd("a");
        sender.TryAdd("b");
        await sender.DrainAsync();

        Assert.Equal((1L, 1L), (sender.Delivered, sender.GivenUp));
    }

    [Fact]
    public async Task Event_ThatIsNeverTaken_IsGivenUpAfterItsTime()
    {
        Receiver receiver = new(Enumerable.Repeat(500, 1000).ToArray());
        await using WebhookSender sender = Sender(receiver, new DeliveryOptions { LongestTime = TimeSpan.FromMinutes(5) });

        sender.TryAdd("a");
        await sender.DrainAsync();

        // The tenth attempt is after 243 seconds, and the next would be after 303.
        Assert.Equal([1, 2, 4, 8, 16, 32, 60, 60, 60], _clock.Delays);
        Assert.Equal((10, 1L), (receiver.Got.Count, sender.GivenUp));
    }

    [Fact]
    public async Task Receiver_ThatDoesNotAnswer_IsTriedAgainAfterTheTimeout()
    {
        Receiver receiver = new(0, 0, 0);
        await using WebhookSender sender = Sender(receiver, new DeliveryOptions { MostAttempts = 3 }, new EagerClock(firesTimeouts: true));

        sender.TryAdd("a");
        await sender.DrainAsync();

        Assert.Equal((3, 1L), (receiver.Got.Count, sender.GivenUp));
    }

    [Fact]
    public async Task Queue_ThatIsFull_DropsAndCounts()
    {
        Receiver receiver = new(0);
        await using WebhookSender sender = Sender(receiver, new DeliveryOptions { Capacity = 2 });
        sender.TryAdd("at work");
        await receiver.Reached.Task;

        Assert.Equal([true, true, false, false], Enumerable.Range(0, 4).Select(i => sender.TryAdd(i)));
        Assert.Equal(2, sender.Dropped);
    }

    private WebhookSender Sender(Receiver receiver, DeliveryOptions? delivery = null, TimeProvider? clock = null) => new(
        new HttpClient(receiver) { Timeout = Timeout.InfiniteTimeSpan },
        new WebhookOptions
        {
            Url = new Uri("http://hook/events"),
            Headers = new Dictionary<string, string> { ["Authorization"] = "Bearer t" },
            Delivery = delivery ?? new DeliveryOptions(),
        },
        clock ?? _clock);

    /// <summary>Answers with statuses in turn; 0 for never.</summary>
    private sealed class Receiver(params int[] statuses) : HttpMessageHandler
    {
        private int _next;

        public List<string> Got { get; } = [];

        public TaskCompletionSource Reached { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Got.Add($"{request.Method} {request.RequestUri} {request.Content!.Headers.ContentType} {request.Headers.Authorization} {await request.Content.ReadAsStringAsync(cancellationToken)}");
            Reached.TrySetResult();
            int status = statuses[_next++];
            if (status == 0)
                await Task.Delay(Timeout.Infinite, cancellationToken);
            return new HttpResponseMessage((HttpStatusCode)status);
        }
    }
}
