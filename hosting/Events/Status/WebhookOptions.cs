namespace Compiled.Events.Status;

/// <summary>Where events are posted to, and how hard it is tried.</summary>
public sealed record WebhookOptions
{
    /// <summary>The URL.</summary>
    public required Uri Url { get; init; }

    /// <summary>Headers that each request has besides, such as <c>Authorization</c>.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>How long one request may take; 10 seconds unless said.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How many events wait, how often and how long each is tried.</summary>
    public DeliveryOptions Delivery { get; init; } = new();
}
