namespace Compiled.TestState;

/// <summary>An error that stands for a state's work.</summary>
/// <param name="Error">The error's name.</param>
/// <param name="Cause">The text that explains it; null for none.</param>
public sealed record StateTestError(string? Error, string? Cause);
