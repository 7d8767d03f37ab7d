namespace Compiled.Execution;

/// <summary>Whether an execution can be redriven, as <c>DescribeExecution</c> shows it. FEATURES X-045.</summary>
public enum Redrivability : byte
{
    /// <summary>It can.</summary>
    Redrivable,

    /// <summary>It can't; there is a reason.</summary>
    NotRedrivable,

    /// <summary>It is the child of a Map Run, which is redriven through its parent.</summary>
    RedrivableByMapRun,
}
