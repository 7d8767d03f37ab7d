namespace Compiled.MapRuns.Objects;

/// <summary>
/// Where Map Runs read items and write results: buckets of objects by key, as in Amazon S3. A folder can be one, or memory, or a service. Failures
/// are told by <see cref="ObjectStoreException"/>; any number of runs may call at once.
/// </summary>
public interface IObjectStore
{
    /// <summary>Opens an object to be read once from its start; the caller disposes of the stream.</summary>
    /// <exception cref="ObjectStoreException">The bucket or object is not there, or can't be read.</exception>
    ValueTask<Stream> OpenReadAsync(string bucket, string key, CancellationToken cancellationToken = default);

    /// <summary>Begins to write an object. Nobody sees it before it is complete, and then it replaces what was there.</summary>
    /// <exception cref="ObjectStoreException">The bucket is not there, or can't be written to.</exception>
    ValueTask<ObjectUpload> CreateAsync(string bucket, string key, CancellationToken cancellationToken = default);

    /// <summary>Lists objects by key in the order of their UTF-8 bytes, a page at a time.</summary>
    /// <param name="bucket">The bucket.</param>
    /// <param name="prefix">What the keys start with; empty for all.</param>
    /// <param name="after">The key after which the page begins; null for the first page.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="ObjectStoreException">The bucket is not there, or can't be read.</exception>
    ValueTask<ObjectPage> ListAsync(string bucket, string prefix, string? after = null, CancellationToken cancellationToken = default);
}
