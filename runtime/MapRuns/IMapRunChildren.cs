namespace Compiled.MapRuns;

/// <summary>
/// Who runs the child executions of a Map Run: in memory, or as durable executions that are found again by name after a crash.
/// </summary>
public interface IMapRunChildren
{
    /// <summary>
    /// Runs a child to its end, or attaches to the one of that name that is there already. Called by one thread at a time; what it gives may complete
    /// on any.
    /// </summary>
    /// <param name="child">The child.</param>
    /// <param name="cancellationToken">Stops the child: it ends as <see cref="ExecutionStatus.Aborted"/>, without an exception.</param>
    ValueTask<MapRunOutcome> RunAsync(MapRunChild child, CancellationToken cancellationToken);
}
