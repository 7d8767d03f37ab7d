namespace Compiled.Server;

/// <summary>EventBridge's input transformer.</summary>
public sealed record InputTransformer
{
    /// <summary>Names for paths into the event.</summary>
    public IReadOnlyDictionary<string, string>? InputPathsMap { get; set; }

    /// <summary>JSON text with <c>&lt;name&gt;</c> where a value goes.</summary>
    public required string InputTemplate { get; init; }
}
