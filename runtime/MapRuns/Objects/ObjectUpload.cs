namespace Compiled.MapRuns.Objects;

/// <summary>An object while it is written. Disposed of before it is complete, it leaves nothing behind.</summary>
public abstract class ObjectUpload : IAsyncDisposable
{
    /// <summary>Where the bytes go.</summary>
    public abstract Stream Content { get; }

    /// <summary>Makes the object visible, whole.</summary>
    /// <exception cref="ObjectStoreException">It could not be written.</exception>
    public abstract ValueTask CompleteAsync(CancellationToken cancellationToken = default);

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();
}
