namespace Compiled.Hosting;

/// <summary>Where the starts of an <see cref="ExpressHost"/> outlive its process. Any thread may call; one host uses it at a time.</summary>
public interface IStartQueue
{
    /// <summary>The starts whose executions had not ended when the queue was opened, oldest first.</summary>
    IReadOnlyList<KeptStart> Left { get; }

    /// <summary>Keeps a start. When this completes it survives the process.</summary>
    /// <param name="start">The start; its <see cref="KeptStart.Number"/> is given here.</param>
    /// <returns>Its number.</returns>
    ValueTask<long> AddAsync(KeptStart start);

    /// <summary>
    /// Forgets a start whose execution has ended. It may be written later: until it is, a process that dies leaves the start to be run again, which is what at least
    /// once means.
    /// </summary>
    void Remove(long number);
}
