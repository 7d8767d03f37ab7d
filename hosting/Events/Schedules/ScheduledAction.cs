namespace Compiled.Events.Schedules;

/// <summary>Something that a <see cref="Scheduler"/> does at the times of a schedule.</summary>
public sealed record ScheduledAction
{
    /// <summary>Its name, by which the store knows it; one of a scheduler has it.</summary>
    public required string Name { get; init; }

    /// <summary>When.</summary>
    public required Schedule Schedule { get; init; }

    /// <summary>
    /// Does one occurrence. It may come twice: after a crash before the store knew of it. <see cref="Occurrence.Id"/> is the same then, and as an execution's name keeps a second one
    /// from starting. When it throws it is tried again.
    /// </summary>
    public required Func<Occurrence, CancellationToken, Task> Do { get; init; }

    /// <summary>When the schedule began, from which a rate counts and before which nothing happens; should be the same after a restart.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>After this nothing happens any more; never unless said.</summary>
    public DateTimeOffset? End { get; init; }

    /// <summary>What becomes of times that came while nothing ran, and are more than a minute ago.</summary>
    public MissedOccurrences Missed { get; init; }

    /// <summary>How often an occurrence is tried again after it threw; 5 unless said. Then it is given up, and the next one comes at its time.</summary>
    public int MostRetries { get; init; } = 5;
}
