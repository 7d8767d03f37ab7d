namespace Conformance.Tests.Corpus;

/// <summary>
/// Cases in which we differ from what was recorded, each with its reason. A case that is listed and passes fails the test too, so
/// the list is never longer than it has to be.
/// </summary>
internal static class ReasonedDifferences
{
    public static IReadOnlyDictionary<string, string> Asl { get; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
