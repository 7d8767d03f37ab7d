namespace Conformance.Tests.Corpus;

/// <summary>
/// Cases in which we differ from what was recorded, each with its reason. A case that is listed and passes fails the test too, so
/// the list is never longer than it has to be.
/// </summary>
internal static class ReasonedDifferences
{
    public static IReadOnlyDictionary<string, string> Asl { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["scenarios/test_max_concurrency_path_negative"] =
            "AWS was still running a Map of concurrency -1 when the recorder gave up; here the state fails, with a cause that names the value.",
        ["services/test_invoke_with_headers[singleStringHeader]"] =
            "AWS checks the Parameters of this integration before it schedules the task (E-016); here integrations are the host's handlers, which see the task first.",
    };

    public static IReadOnlyDictionary<string, string> Jsonata { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Mutants that are as sound as what they were made of.</summary>
    public static IReadOnlyDictionary<string, string> Mutants { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["ASL2023 removed | examples--sam-app-kyc-with-eventbridge-kyc #0"] =
            "The Pass before the Choice sets what it looks at to true, so its two rules leave nothing out and the Default that is gone had no effect.",
    };
}
