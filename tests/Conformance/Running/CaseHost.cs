using Compiled.Durable.Journal;

namespace Conformance.Running;

/// <summary>What runs a case's execution.</summary>
/// <param name="Store">Makes the store of a durable host; null for the host in memory.</param>
/// <param name="Folds">After every effect the state is thrown away and folded back from what was recorded.</param>
public sealed record CaseHost(Func<IJournalStore>? Store, bool Folds)
{
    /// <summary>The host in memory.</summary>
    public static CaseHost Memory { get; } = new(null, false);

    /// <summary>The host of a name on the command line: <c>memory</c>, or <c>journal</c> for a durable host on a journal in memory.</summary>
    public static CaseHost Of(string? name, bool folds) => name switch
    {
        null or "memory" => new CaseHost(null, folds),
        "journal" => new CaseHost(static () => new MemoryJournal(), folds),
        _ => throw new Corpus.CorpusException($"'{name}' is no host: memory, journal or sqlite."),
    };
}
