namespace Compiled;

/// <summary>Thrown by a task handler to fail its task with a given ASL error name, which <c>Retry</c> and <c>Catch</c> match.</summary>
public class TaskFailedException(string? error, string? cause = null, Exception? innerException = null)
    : Exception(cause ?? error, innerException)
{
    /// <summary>The ASL error name, at most 256 characters, such as <c>OutOfStock</c>.</summary>
    public string? Error { get; } = error;

    /// <summary>The text that explains it, at most 32,768 characters.</summary>
    public string? Cause { get; } = cause;
}
