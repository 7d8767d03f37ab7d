namespace Compiled;

/// <summary>Thrown by <c>RunAsync</c> when an execution ends otherwise than with success.</summary>
public sealed class WorkflowFailedException : Exception
{
    /// <summary>Makes the exception from what the execution ended with.</summary>
    public WorkflowFailedException(ExecutionStatus status, string? error, string? cause, string executionArn)
        : base($"The execution '{executionArn}' ended as {status}{(error is null ? "" : $" with {error}")}{(cause is null ? "." : $": {cause}")}")
        => (Status, Error, Cause, ExecutionArn) = (status, error, cause, executionArn);

    /// <summary>Failed, TimedOut or Aborted.</summary>
    public ExecutionStatus Status { get; }

    /// <summary>The ASL error name; null when the definition gave none.</summary>
    public string? Error { get; }

    /// <summary>The text that explains the error; null when the definition gave none.</summary>
    public string? Cause { get; }

    /// <summary>The execution.</summary>
    public string ExecutionArn { get; }
}
