namespace Compiled.Durable;

/// <summary>A page of a list of executions.</summary>
/// <param name="Executions">The executions, newest first.</param>
/// <param name="NextToken">What asks for the next page; null when this is the last.</param>
public sealed record ExecutionPage(IReadOnlyList<ExecutionSummary> Executions, string? NextToken);
