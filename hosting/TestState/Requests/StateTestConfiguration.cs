namespace Compiled.TestState;

/// <summary>What a test supposes to have happened before, or inside, the state.</summary>
public sealed record StateTestConfiguration
{
    /// <summary>How often the retrier that names the error has retried it; from 0.</summary>
    public int RetrierRetryCount { get; init; }

    /// <summary>The state inside a Map or Parallel that the mocked error comes from. It is taken down and changes nothing.</summary>
    public string? ErrorCausedByState { get; init; }

    /// <summary>How many iterations of the Map failed, from 0 to their number; null where that is not said. Needs a mock.</summary>
    public int? MapIterationFailureCount { get; init; }

    /// <summary>
    /// What the <c>ItemReader</c> of a distributed Map would read: the file's text in the reader's <c>InputType</c>, otherwise a JSON array of items.
    /// </summary>
    public string? MapItemReaderData { get; init; }
}
