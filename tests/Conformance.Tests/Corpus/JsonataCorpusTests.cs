using Conformance.Corpus;
using Conformance.Modes;
using Conformance.Reporting;

namespace Conformance.Tests.Corpus;

/// <summary>JSONata's own suite, each case a test with its id, run by the same harness as the command line's.</summary>
public sealed class JsonataCorpusTests
{
    private static readonly Lazy<Dictionary<string, CaseResult>> s_results = new(static () =>
        JsonataMode.Run([Folder], filter: null).ToDictionary(static result => result.Id, StringComparer.Ordinal));

    private static string Folder => CorpusFolder.Of("jsonata");

    public static TheoryData<CaseName> Cases() => [.. JsonataCase.Read([Folder]).Select(static item => new CaseName(item.Id))];

    [CorpusTheory]
    [MemberData(nameof(Cases))]
    public void Expression_AsInTheSuite(CaseName name)
    {
        CaseResult result = s_results.Value[name.Id];
        bool isReasoned = ReasonedDifferences.Jsonata.TryGetValue(name.Id, out string? reason);
        Assert.True(result.Outcome == Outcome.Pass || isReasoned, result.Detail);
        Assert.False(result.Outcome == Outcome.Pass && isReasoned, $"'{name.Id}' passes; remove it from ReasonedDifferences ('{reason}').");
    }

    [CorpusFact]
    public void ReasonedDifferences_NameCasesThatExist() =>
        Assert.Empty(ReasonedDifferences.Jsonata.Keys.Except(JsonataCase.Read([Folder]).Select(static item => item.Id)));
}
