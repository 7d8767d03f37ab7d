namespace Compiled;

/// <summary>How an execution ended.</summary>
public enum ExecutionStatus : byte
{
    /// <summary>It has not ended.</summary>
    Running,

    /// <summary>It reached a terminal state and has an output.</summary>
    Succeeded,

    /// <summary>An error was neither retried nor caught.</summary>
    Failed,

    /// <summary>It lasted longer than its machine allows.</summary>
    TimedOut,

    /// <summary>It was stopped from outside.</summary>
    Aborted,
}
