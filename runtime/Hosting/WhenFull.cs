namespace Compiled.Hosting;

/// <summary>What a start meets when the queue of an <see cref="ExpressHost"/> is full.</summary>
public enum WhenFull : byte
{
    /// <summary>It waits for room: the back-pressure that a producer wants.</summary>
    Waits,

    /// <summary>It is refused with an <see cref="ExpressQueueFullException"/>, for callers who would rather fail or go elsewhere.</summary>
    Refuses,
}
