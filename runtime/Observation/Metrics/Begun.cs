namespace Compiled.Observation.Metrics;

/// <summary>A task that was scheduled and has not ended.</summary>
internal sealed class Begun(string resource, DateTimeOffset scheduled)
{
    public string Resource { get; } = resource;

    public DateTimeOffset Scheduled { get; } = scheduled;

    public DateTimeOffset? Started { get; set; }
}
