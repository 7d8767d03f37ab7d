using Conformance.Reporting;

namespace Conformance.Running;

/// <summary>What came of one case, as one process tells the other.</summary>
internal sealed record JsonataVerdict(int Index, Outcome Outcome, string Detail);
