namespace Compiled.TestState;

/// <summary>What became of the state.</summary>
public enum StateTestStatus
{
    /// <summary>It gave an output.</summary>
    Succeeded,

    /// <summary>It failed, and nothing takes the error.</summary>
    Failed,

    /// <summary>It failed, and a retrier would have it tried again.</summary>
    Retriable,

    /// <summary>It failed, and a catcher took the error.</summary>
    CaughtError,
}
