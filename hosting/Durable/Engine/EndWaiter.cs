namespace Compiled.Durable.Engine;

/// <summary>Somebody who waits for an execution to end.</summary>
/// <param name="isMapRun">It is the run of a distributed Map, which is at work again from the moment of the end.</param>
internal sealed class EndWaiter(bool isMapRun) : TaskCompletionSource<ExecutionResult>(TaskCreationOptions.RunContinuationsAsynchronously)
{
    public bool IsMapRun => isMapRun;
}
