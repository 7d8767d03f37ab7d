using Compiled.MapRuns.Objects;

namespace Compiled.ObjectStore;

/// <summary>
/// A folder as an object store: each bucket is a folder in it, each key a path below that. What would lead out of the folder is refused, symbolic
/// links too. An object appears whole or not at all: it is written beside the buckets and moved into its place.
/// </summary>
/// <remarks>
/// A key that is no path of names (<c>a//b</c>, <c>../b</c>, <c>a/</c>) can't be kept. An object's ETag follows from its size and the time of its last
/// change.
/// </remarks>
public sealed class FolderObjectStore : IObjectStore
{
    // No bucket's name starts with a dot, so nothing in here is ever listed.
    private const string Uploads = ".uploads";

    private readonly string _root;

    /// <summary>Makes a store of a folder, which must exist.</summary>
    /// <exception cref="DirectoryNotFoundException">The folder does not exist.</exception>
    public FolderObjectStore(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        _root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        if (!Directory.Exists(_root))
            throw new DirectoryNotFoundException($"The folder '{folder}' does not exist.");
    }

    /// <summary>How many objects a page of a list has at most; 10,000 unless said, as each page goes through the folders again.</summary>
    public int PageSize { get; init; } = 10_000;

    /// <inheritdoc/>
    public ValueTask<Stream> OpenReadAsync(string bucket, string key, CancellationToken cancellationToken = default)
    {
        string path = new ObjectPath(_root, bucket).Of(key);
        if (!File.Exists(path))
            throw ObjectStoreException.NoObject(bucket, key);
        try
        {
            return ValueTask.FromResult<Stream>(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 64 * 1024, FileOptions.Asynchronous | FileOptions.SequentialScan));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ObjectStoreException($"The object '{key}' in the bucket '{bucket}' can't be read: {exception.Message}", exception);
        }
    }

    /// <inheritdoc/>
    public ValueTask<ObjectUpload> CreateAsync(string bucket, string key, CancellationToken cancellationToken = default)
    {
        string path = new ObjectPath(_root, bucket).Of(key), uploads = Path.Combine(_root, Uploads);
        try
        {
            Directory.CreateDirectory(uploads);
            return ValueTask.FromResult<ObjectUpload>(new FileUpload(Path.Combine(uploads, Path.GetRandomFileName()), path, $"The object '{key}' in the bucket '{bucket}'"));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ObjectStoreException($"The object '{key}' in the bucket '{bucket}' can't be written: {exception.Message}", exception);
        }
    }

    /// <inheritdoc/>
    public ValueTask<ObjectPage> ListAsync(string bucket, string prefix, string? after = null, CancellationToken cancellationToken = default)
    {
        ObjectPath path = new(_root, bucket);
        // One more than a page tells whether another follows.
        ObjectSummary[] found = [.. new FolderListing(path.Bucket, prefix, after).Objects(cancellationToken).Take(PageSize + 1)];
        return ValueTask.FromResult(new ObjectPage(found.Length > PageSize ? found[..PageSize] : found, found.Length > PageSize));
    }
}
