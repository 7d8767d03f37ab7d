using Conformance.Modes;
using Conformance.Reporting;

namespace Conformance.Tests.Corpus;

/// <summary>Real definitions compile, each a test with its file's name.</summary>
public sealed class DefinitionCorpusTests
{
    private static readonly Lazy<Dictionary<string, CaseResult>> s_results = new(static () =>
        DefinitionsMode.Run([CorpusFolder.Of(Path.Combine("definitions", "real"))], filter: null).ToDictionary(static result => result.Id, StringComparer.Ordinal));

    public static TheoryData<string> RealDefinitions()
    {
        TheoryData<string> ids = [];
        foreach (string id in s_results.Value.Keys) ids.Add(id);
        return ids;
    }

    [CorpusTheory]
    [MemberData(nameof(RealDefinitions))]
    public void RealDefinition_CompilesWithoutAWarning(string file)
    {
        CaseResult result = s_results.Value[file];
        Assert.True(result.Outcome != Outcome.Fail, result.Detail);
    }
}
