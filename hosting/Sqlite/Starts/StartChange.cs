using Compiled.Hosting;

namespace Compiled.Sqlite.Starts;

/// <summary>A row that comes, or goes.</summary>
/// <param name="added">The start that comes; null where one goes.</param>
/// <param name="removed">The number of the one that goes.</param>
internal sealed class StartChange(KeptStart? added, long removed) : TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously)
{
    public KeptStart? Added { get; } = added;

    public long Removed { get; } = removed;

    /// <summary>The number that the row was given.</summary>
    public long Number { get; set; }
}
