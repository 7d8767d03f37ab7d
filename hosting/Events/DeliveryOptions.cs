namespace Compiled.Events;

/// <summary>How hard something is tried to be delivered. EventBridge's own numbers are 185 attempts within 24 hours.</summary>
public sealed record DeliveryOptions
{
    /// <summary>How many items wait at most; what comes when there are so many is dropped. 10,000 unless said.</summary>
    public int Capacity { get; init; } = 10_000;

    /// <summary>How often an item is tried, the first time included; 185 unless said.</summary>
    public int MostAttempts { get; init; } = 185;

    /// <summary>How long an item is tried; 24 hours unless said. Those behind it wait as long.</summary>
    public TimeSpan LongestTime { get; init; } = TimeSpan.FromHours(24);
}
