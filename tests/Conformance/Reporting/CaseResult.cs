namespace Conformance.Reporting;

/// <summary>The outcome of one case.</summary>
/// <param name="Id">The case's name in its corpus.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Detail">The differences, or what is not supported; empty for a pass.</param>
/// <param name="IsGating">False for a case whose recording is in doubt: it is reported apart and decides nothing.</param>
public sealed record CaseResult(string Id, Outcome Outcome, string Detail = "", bool IsGating = true);
