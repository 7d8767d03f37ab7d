namespace Graph.Tests.Corpus;

/// <summary>A test over the real definitions; skipped, with the reason, where they are absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RealDefinitionsFactAttribute : FactAttribute
{
    public RealDefinitionsFactAttribute()
    {
        if (RealDefinitions.Folder is null)
        {
            Skip = "The folder shared/conformance/definitions/real stands in no folder above the tests.";
        }
    }
}
