namespace Compiled.Hosting;

/// <summary>A start was refused: as many executions wait for a worker as the host's queue may hold, and <see cref="WhenFull.Refuses"/> was chosen.</summary>
public sealed class ExpressQueueFullException(int capacity)
    : Exception($"The queue of the Express host is full: {capacity} starts wait for a worker. Try again later, give it more room by 'QueueCapacity', or let starts wait by 'WhenFull.Waits'.")
{
    /// <summary>How many starts the queue holds.</summary>
    public int Capacity { get; } = capacity;
}
