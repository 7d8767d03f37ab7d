namespace Compiled.Execution;

/// <summary>Whether an execution can be redriven, and why not.</summary>
/// <param name="Value">Whether it can.</param>
/// <param name="Reason">Why it can't, in AWS's words; null when it can.</param>
public readonly record struct RedriveStatus(Redrivability Value, string? Reason)
{
    /// <summary>AWS's word: <c>REDRIVABLE</c>, <c>NOT_REDRIVABLE</c> or <c>REDRIVABLE_BY_MAP_RUN</c>.</summary>
    public string Name => Value switch
    {
        Redrivability.Redrivable => "REDRIVABLE",
        Redrivability.RedrivableByMapRun => "REDRIVABLE_BY_MAP_RUN",
        _ => "NOT_REDRIVABLE",
    };
}
