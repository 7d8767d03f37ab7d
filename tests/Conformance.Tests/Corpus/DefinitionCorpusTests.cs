using Conformance.Corpus;
using Conformance.Modes;
using Conformance.Reporting;

namespace Conformance.Tests.Corpus;

/// <summary>Real definitions compile, each a test with its file's name.</summary>
public sealed class DefinitionCorpusTests
{
    private static readonly Lazy<Dictionary<string, CaseResult>> s_results = new(static () =>
        DefinitionsMode.Run([Folder], filter: null).ToDictionary(static result => result.Id, StringComparer.Ordinal));

    private static string Folder => CorpusFolder.Of(Path.Combine("definitions", "real"));

    public static TheoryData<CaseName> RealDefinitions() =>
        [.. CorpusFiles.Find(Folder, ".asl.json").Select(static file => new CaseName(Path.GetFileName(file)))];

    [CorpusTheory]
    [MemberData(nameof(RealDefinitions))]
    public void RealDefinition_CompilesWithoutAWarning(CaseName name)
    {
        CaseResult result = s_results.Value[name.Id];
        Assert.True(result.Outcome != Outcome.Fail, result.Detail);
    }
}
