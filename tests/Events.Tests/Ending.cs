using Compiled.Observation;

namespace Compiled.Events.Tests;

/// <summary>
/// Waits until observers were told that an execution has a status. That it has ended can be read from the store a moment before. It stands last in the list, after those that
/// a test looks at.
/// </summary>
internal sealed class Ending(ExecutionStatus status) : IExecutionObserver
{
    private readonly TaskCompletionSource _told = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Told => _told.Task;

    public void Recorded(ExecutionStep step)
    {
        if (step.Status == status)
            _told.TrySetResult();
    }
}
