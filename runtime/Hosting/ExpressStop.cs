namespace Compiled.Hosting;

/// <summary>What a stop of an <see cref="ExpressHost"/> left.</summary>
/// <param name="Unstarted">Accepted starts whose executions never began, oldest first.</param>
/// <param name="Aborted">How many executions were under way when the time to drain was over, and were aborted.</param>
/// <param name="AreKept">They are in a queue that outlives the process, and run when a host is opened on it again; without one they are lost.</param>
public sealed record ExpressStop(IReadOnlyList<ExpressExecution> Unstarted, int Aborted, bool AreKept)
{
    /// <summary>All that was accepted has ended.</summary>
    public bool IsDrained => Unstarted.Count == 0 && Aborted == 0;
}
