namespace Compiled.Language.Tests.Binding;

/// <summary>A test over the conformance corpora; skipped, with the reason, where they are absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CorpusFactAttribute : FactAttribute
{
    public CorpusFactAttribute()
    {
        if (SharedFolder.Conformance is null)
            Skip = "The folder shared/conformance stands in no folder above the tests.";
    }
}
