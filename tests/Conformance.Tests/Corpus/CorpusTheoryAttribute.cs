namespace Conformance.Tests.Corpus;

/// <summary>A theory over a corpus; skipped, with the reason, where the corpora are absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CorpusTheoryAttribute : TheoryAttribute
{
    /// <summary>Decides whether the theory can run here.</summary>
    public CorpusTheoryAttribute() => Skip = CorpusFolder.AbsenceReason;
}
