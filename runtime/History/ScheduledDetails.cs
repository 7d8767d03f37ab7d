using Compiled.Values;

namespace Compiled.History;

/// <summary>What a ...Scheduled event says besides its resource and input; 0 and missing for what the definition doesn't set (L-208).</summary>
internal sealed class ScheduledDetails(string region, long timeoutSeconds, long heartbeatSeconds, JsonValue credentials)
{
    public string Region { get; } = region;

    public long TimeoutSeconds { get; } = timeoutSeconds;

    public long HeartbeatSeconds { get; } = heartbeatSeconds;

    public JsonValue Credentials { get; } = credentials;
}
