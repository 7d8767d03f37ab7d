using Compiled.Values;

namespace Compiled.MapRuns;

/// <summary>What a distributed Map state says of its run, with every path and expression evaluated. Emitted code makes it.</summary>
public sealed record MapRunSettings
{
    /// <summary>The most child executions that run at once. FEATURES L-302.</summary>
    public const int MostConcurrency = 10_000;

    /// <summary>The items, an array or an object; missing where <see cref="Reader"/> gives them.</summary>
    public JsonValue Items { get; init; }

    /// <summary>Where the items are read; null where they are given.</summary>
    public ItemReaderSettings? Reader { get; init; }

    /// <summary>How items are grouped; null where each runs alone.</summary>
    public ItemBatcherSettings? Batcher { get; init; }

    /// <summary>Where and how results are written; null where the outputs are the state's result.</summary>
    public ResultWriterSettings? Writer { get; init; }

    /// <summary>How many child executions may run at once; 0, and more than 10,000, mean 10,000.</summary>
    public int MaxConcurrency { get; init; }

    /// <summary>How many items may fail; null where the definition does not say.</summary>
    public int? ToleratedFailureCount { get; init; }

    /// <summary>Which share of the items may fail, from 0 to 100; null where the definition does not say.</summary>
    public double? ToleratedFailurePercentage { get; init; }

    /// <summary>Whether the state has an <c>ItemSelector</c>.</summary>
    public bool Selects { get; init; }

    /// <summary>Why the run fails as soon as it has started; null where it does not.</summary>
    public Fault? Refusal { get; init; }
}
