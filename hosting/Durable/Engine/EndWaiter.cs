namespace Compiled.Durable.Engine;

/// <summary>Somebody who waits for an execution to end.</summary>
/// <param name="resumed">Called once, as soon as it is known that the waiting is over, before who waits goes on.</param>
internal sealed class EndWaiter(Action? resumed) : TaskCompletionSource<ExecutionResult>(TaskCreationOptions.RunContinuationsAsynchronously)
{
    private Action? _resumed = resumed;

    /// <summary>Nobody waits any more; false when it was resumed before.</summary>
    public bool TryForget() => Interlocked.Exchange(ref _resumed, null) is not null;

    public void Resume() => Interlocked.Exchange(ref _resumed, null)?.Invoke();
}
