namespace Compiled.Durable;

/// <summary>A page of a list of Map Runs.</summary>
/// <param name="MapRuns">The runs, in the order in which they started.</param>
/// <param name="NextToken">What asks for the next page; null when this is the last.</param>
public sealed record MapRunPage(IReadOnlyList<MapRunSummary> MapRuns, string? NextToken);
