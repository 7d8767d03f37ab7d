using Compiled.Values;

namespace Compiled.MapRuns.Writers;

/// <summary>Takes the outcomes of a run's children as they come, and gives the run's result.</summary>
internal interface IResults : IAsyncDisposable
{
    /// <summary>Takes how a child ended.</summary>
    ValueTask AddAsync(MapRunChild child, MapRunOutcome outcome, CancellationToken cancellationToken);

    /// <summary>Takes a child that is never started, as the run has failed.</summary>
    ValueTask AddPendingAsync(MapRunChild child, CancellationToken cancellationToken);

    /// <summary>Whether <see cref="AddPendingAsync"/> does anything.</summary>
    bool KeepsPending { get; }

    /// <summary>How many results went to where they can be read from now on.</summary>
    long Written { get; }

    /// <summary>Ends the results; gives what the Map state's result is, or a failure value.</summary>
    ValueTask<JsonValue> CompleteAsync(CancellationToken cancellationToken);
}
