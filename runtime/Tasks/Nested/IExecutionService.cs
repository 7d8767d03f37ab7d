namespace Compiled.Tasks.Nested;

/// <summary>
/// Where executions that tasks start live: in memory (<see cref="InMemoryExecutions"/>), or with a durable host. What AWS's API does, for
/// <see cref="NestedExecutions"/>. FEATURES T-090 to T-098.
/// </summary>
public interface IExecutionService
{
    /// <summary>Starts an execution, Standard or Express; it goes on by itself.</summary>
    /// <exception cref="ExecutionServiceException">
    /// <c>StateMachineDoesNotExist</c>; <c>StateMachineTypeNotSupported</c> for an Express machine where a Standard one is needed; <c>ExecutionAlreadyExists</c>, unless the one that has the name runs with the same input, or is
    /// <see cref="ExecutionRequest.IsOwn"/>.
    /// </exception>
    ValueTask<ExecutionView> StartAsync(ExecutionRequest request, CancellationToken cancellationToken = default);

    /// <summary>Runs an Express execution to its end, whichever way it ends. Cancelling stops it.</summary>
    /// <exception cref="ExecutionServiceException"><c>StateMachineDoesNotExist</c>; <c>StateMachineTypeNotSupported</c> for a Standard machine.</exception>
    ValueTask<ExecutionView> RunAsync(ExecutionRequest request, CancellationToken cancellationToken = default);

    /// <summary>What is known of an execution now.</summary>
    /// <exception cref="ExecutionServiceException"><c>ExecutionDoesNotExist</c>.</exception>
    ValueTask<ExecutionView> DescribeAsync(string executionArn, CancellationToken cancellationToken = default);

    /// <summary>Waits until an execution has ended. Cancelling ends the wait and not the execution.</summary>
    /// <exception cref="ExecutionServiceException"><c>ExecutionDoesNotExist</c>.</exception>
    ValueTask<ExecutionView> WaitAsync(string executionArn, CancellationToken cancellationToken = default);

    /// <summary>Stops an execution, and gives it as it is then; one that has ended stays as it is. Both parts may be null. FEATURES .</summary>
    /// <exception cref="ExecutionServiceException"><c>ExecutionDoesNotExist</c>.</exception>
    ValueTask<ExecutionView> StopAsync(string executionArn, string? error, string? cause, CancellationToken cancellationToken = default);
}
