namespace Compiled.Server;

/// <summary>Where status changes are posted.</summary>
public sealed record StatusWebhook
{
    /// <summary>The URL.</summary>
    public required Uri Url { get; init; }

    /// <summary>Headers that each request has besides, such as <c>Authorization</c>.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; set; } = new Dictionary<string, string>();
}
