namespace Conformance.Fuzzing;

/// <summary>What may be in a flow.</summary>
/// <param name="IsMixed">All of the language, and not only what a fast path can go through.</param>
/// <param name="HasLoops">Loops that count.</param>
/// <param name="GoesBack">Any state may be gone back to, so that only the limit of events ends some executions.</param>
/// <param name="ManyRounds">How often a loop goes round that is meant to go round often.</param>
internal sealed record FuzzShape(bool IsMixed, bool HasLoops, bool GoesBack, int ManyRounds)
{
    /// <summary>A branch or an iteration.</summary>
    public bool IsNested { get; init; }

    /// <summary>Nothing calls or waits, as in what a fast path goes through inside a state.</summary>
    public bool IsWithoutEffect { get; init; }

    /// <summary>Half of the states are tasks.</summary>
    public bool AsksOften { get; init; }

    /// <summary>Handlers keep nobody waiting.</summary>
    public bool AnswersAtOnce { get; init; }
}
