using Conformance.Api;
using Conformance.Corpus;
using Conformance.Modes;
using Conformance.Reporting;
using Conformance.Running;

namespace Conformance.Tests.Corpus;

/// <summary>The executions recorded from AWS, each a test with the case's id, run by the same harness as the command line's.</summary>
public sealed class AslCorpusTests
{
    private static readonly Lazy<Task<Dictionary<string, CaseResult>>> s_results = new(() => RunAsync(CaseHost.Memory));
    private static readonly Lazy<Task<Dictionary<string, CaseResult>>> s_folded = new(() => RunAsync(CaseHost.Of("memory", folds: true)));
    private static readonly Lazy<Task<Dictionary<string, CaseResult>>> s_durable = new(() => RunAsync(CaseHost.Of("journal", folds: false)));
    private static readonly Lazy<Task<Dictionary<string, CaseResult>>> s_durableFolded = new(() => RunAsync(CaseHost.Of("journal", folds: true)));

    private static readonly Lazy<Task<Dictionary<string, CaseResult>>> s_overApi = new(async () =>
        (await ApiMode.RunAsync(Cases(), ApiMode.Self)).ToDictionary(static result => result.Id, StringComparer.Ordinal));

    public static TheoryData<CaseName> GatingCases() =>
        [.. AslMode.Supported(Cases()).Where(static item => item.IsGating).Select(static item => new CaseName(item.Id))];

    [CorpusTheory]
    [MemberData(nameof(GatingCases))]
    public async Task Execution_AsRecorded(CaseName name) => Judge(name.Id, (await s_results.Value)[name.Id]);

    [CorpusTheory]
    [MemberData(nameof(GatingCases))]
    public async Task Execution_FoldedAfterEveryEffect_AsRecorded(CaseName name) => Judge(name.Id, (await s_folded.Value)[name.Id]);

    [CorpusTheory]
    [MemberData(nameof(GatingCases))]
    public async Task Execution_OnAJournal_AsRecorded(CaseName name) => Judge(name.Id, (await s_durable.Value)[name.Id]);

    [CorpusTheory]
    [MemberData(nameof(GatingCases))]
    public async Task Execution_FoldedFromItsJournalAfterEveryStep_AsRecorded(CaseName name) => Judge(name.Id, (await s_durableFolded.Value)[name.Id]);

    [CorpusTheory]
    [MemberData(nameof(GatingCases))]
    public async Task Execution_OverTheApi_AsRecorded(CaseName name) => Judge(name.Id, (await s_overApi.Value)[name.Id]);

    /// <summary>What creation refuses, what validation finds, what a description lists and what a state comes to, each asked of the server.</summary>
    [CorpusFact]
    public async Task Questions_OverTheApi_AreAnsweredAsRecorded()
    {
        AslCase[] cases = [.. Cases().Where(static item => item.Kind != "execution" && item.IsGating)];

        Dictionary<string, CaseResult> all = await s_overApi.Value;
        CaseResult[] results = [.. cases.Select(item => all[item.Id])];

        Assert.Empty(results.Where(static result => result.Outcome == Outcome.Fail).Select(static result => $"{result.Id}: {result.Detail}"));
        Assert.Equal(
            ["api/test_create_with_version_description_no_publish", "test_state/test_base_state_name_validation_failures[empty]"],
            results.Where(static result => result.Outcome == Outcome.Unsupported).Select(static result => result.Id).Order(StringComparer.Ordinal));
    }

    /// <summary>Definitions that AWS refused or took; one case is about a request and holds no more than its definition.</summary>
    [CorpusFact]
    public async Task Validation_AsRecorded()
    {
        AslCase[] cases = [.. Cases().Where(static item => item.Kind == "validation")];

        IReadOnlyList<CaseResult> results = await AslMode.RunAsync(cases, CaseHost.Memory);

        Assert.Empty(results.Where(static result => result.Outcome == Outcome.Fail).Select(static result => $"{result.Id}: {result.Detail}"));
        Assert.Equal(["api/test_create_with_version_description_no_publish"], results.Where(static result => result.Outcome == Outcome.Unsupported).Select(static result => result.Id));
        Assert.Equal(cases.Length - 1, results.Count(static result => result.Outcome == Outcome.Pass));
    }

    /// <summary>Tests of single states, M-020 to M-028. One case is about what the recording's client refused to send.</summary>
    [CorpusFact]
    public async Task StateTest_AsRecorded()
    {
        AslCase[] cases = [.. Cases().Where(static item => item.Kind == "test_state")];

        IReadOnlyList<CaseResult> results = await AslMode.RunAsync(cases, CaseHost.Memory);

        Assert.Empty(results.Where(static result => result.Outcome == Outcome.Fail).Select(static result => $"{result.Id}: {result.Detail}"));
        Assert.Equal(["test_state/test_base_state_name_validation_failures[empty]"], results.Where(static result => result.Outcome == Outcome.Unsupported).Select(static result => result.Id));
        Assert.Equal(cases.Length - 1, results.Count(static result => result.Outcome == Outcome.Pass));
    }

    [CorpusFact]
    public void ReasonedDifferences_NameCasesThatExist() =>
        Assert.Empty(ReasonedDifferences.Asl.Keys.Except(Cases().Select(static item => item.Id)));

    /// <summary>What is not supported is counted, so that a case cannot slip from passing to unsupported unseen.</summary>
    [CorpusFact]
    public async Task UnsupportedCases_UseWhatIsNotCompiledYet()
    {
        string[] others = [.. (await s_results.Value).Values
            .Where(static result => result.Outcome == Outcome.Unsupported && !result.Detail.Contains("not compiled yet", StringComparison.Ordinal) && !result.Detail.Contains("not run yet", StringComparison.Ordinal))
            .Select(static result => $"{result.Id}: {result.Detail}")];
        Assert.Empty(others);
    }

    private static void Judge(string id, CaseResult result)
    {
        bool isReasoned = ReasonedDifferences.Asl.TryGetValue(id, out string? reason);
        switch (result.Outcome)
        {
            case Outcome.Fail when !isReasoned:
                Assert.Fail(result.Detail);
                break;
            case Outcome.Unsupported:
                Assert.Fail($"'{id}' is not supported: {result.Detail}");
                break;
            case Outcome.Pass when isReasoned:
                Assert.Fail($"'{id}' passes; remove it from ReasonedDifferences ('{reason}').");
                break;
        }
    }

    private static IReadOnlyList<AslCase> Cases() => CorpusFiles.ReadAslCases([CorpusFolder.Of("asl")]);

    private static async Task<Dictionary<string, CaseResult>> RunAsync(CaseHost host) =>
        (await AslMode.RunAsync([.. Cases().Where(static item => item.Kind != "test_state")], host)).ToDictionary(static result => result.Id, StringComparer.Ordinal);
}
