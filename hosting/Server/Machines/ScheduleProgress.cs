namespace Compiled.Server.Machines;

/// <summary>What is kept of a schedule.</summary>
internal sealed record ScheduleProgress
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>When it was first seen, from which a rate counts.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>The time of the last occurrence that was done; null for none.</summary>
    public DateTimeOffset? Last { get; init; }
}
