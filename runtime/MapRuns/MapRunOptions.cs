using Compiled.MapRuns.Objects;

namespace Compiled.MapRuns;

/// <summary>What a host gives a <see cref="MapRun"/>.</summary>
public sealed record MapRunOptions
{
    /// <summary>Runs the child executions.</summary>
    public required IMapRunChildren Children { get; init; }

    /// <summary>Where items are read and results written; null where there is no such place, and a run that needs one fails.</summary>
    public IObjectStore? ObjectStore { get; init; }

    /// <summary>The clock that start and end are read from.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>
    /// Children that have ended before, by their number: after a crash the source is read again, and these are taken as they are and not run. Those
    /// that started and have not ended are for <see cref="IMapRunChildren.RunAsync"/> to attach to.
    /// </summary>
    public IReadOnlyDictionary<int, MapRunOutcome>? Finished { get; init; }

    internal ClockGate? Gate { get; init; }
}
