namespace Compiled.Execution;

/// <summary>By what an execution was started other than by the machine itself. FEATURES P-068.</summary>
/// <param name="VersionArn">The version's ARN.</param>
/// <param name="AliasArn">The ARN of the alias that chose the version; null for none.</param>
internal sealed record Qualifier(string VersionArn, string? AliasArn);
