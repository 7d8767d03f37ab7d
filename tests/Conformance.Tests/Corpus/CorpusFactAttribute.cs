namespace Conformance.Tests.Corpus;

/// <summary>A fact about a corpus; skipped, with the reason, where the corpora are absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CorpusFactAttribute : FactAttribute
{
    /// <summary>Decides whether the fact can be looked at here.</summary>
    public CorpusFactAttribute() => Skip = CorpusFolder.AbsenceReason;
}
