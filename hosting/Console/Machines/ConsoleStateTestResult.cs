namespace Compiled.WebConsole;

/// <summary>What a tested state came to.</summary>
/// <param name="Status"><c>SUCCEEDED</c>, <c>FAILED</c>, <c>RETRIABLE</c> or <c>CAUGHT_ERROR</c>.</param>
/// <param name="Output">The output, JSON; null where it failed or would be retried.</param>
/// <param name="Error">The error's name; null for none.</param>
/// <param name="Cause">What explains the error; null for nothing.</param>
/// <param name="NextState">The state that would follow; null for none.</param>
/// <param name="InspectionData">The steps from input to output as AWS's API answers them, a JSON object; null when they were not asked for.</param>
public sealed record ConsoleStateTestResult(string Status, string? Output, string? Error, string? Cause, string? NextState, string? InspectionData);
