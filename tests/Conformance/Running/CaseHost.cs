using Compiled.Durable.Journal;
using Compiled.Sqlite;

namespace Conformance.Running;

/// <summary>What runs a case's execution.</summary>
/// <param name="Store">Makes the store of a durable host in a folder; null for the host in memory.</param>
/// <param name="Folds">After every effect the state is thrown away and folded back from what was recorded.</param>
public sealed record CaseHost(Func<string, IJournalStore>? Store, bool Folds)
{
    /// <summary>Each case runs once more without a history, in memory, and must end the same way.</summary>
    public bool RunsWithoutHistory { get; init; }

    /// <summary>The host in memory.</summary>
    public static CaseHost Memory { get; } = new(null, false);

    /// <summary>The host of a name on the command line: <c>memory</c>, or a durable host on a <c>journal</c> in memory or on <c>sqlite</c>.</summary>
    public static CaseHost Of(string? name, bool folds) => name switch
    {
        null or "memory" => new CaseHost(null, folds),
        "journal" => new CaseHost(static _ => new MemoryJournal(), folds),
        "sqlite" => new CaseHost(static folder => SqliteJournal.Open(Path.Combine(folder, "case.db")), folds),
        _ => throw new Corpus.CorpusException($"'{name}' is no host: memory, journal or sqlite."),
    };
}
