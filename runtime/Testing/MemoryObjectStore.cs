using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Compiled.MapRuns.Objects;

namespace Compiled.Testing;

/// <summary>An object store in memory, for tests of distributed Maps. Buckets are there once they are made or an object is put.</summary>
/// <param name="timeProvider">The clock that objects are dated by; the system's unless said.</param>
public sealed class MemoryObjectStore(TimeProvider? timeProvider = null) : IObjectStore
{
    private readonly TimeProvider _time = timeProvider ?? TimeProvider.System;
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<string, Content>> _buckets = new(StringComparer.Ordinal);

    /// <summary>How many objects a page of a list has at most; 1,000 unless said.</summary>
    public int PageSize { get; init; } = 1000;

    /// <summary>Makes an empty bucket; does nothing where it is there.</summary>
    public void CreateBucket(string bucket) => _buckets.GetOrAdd(bucket, static _ => new(StringComparer.Ordinal));

    /// <summary>Puts an object; its bucket is made where it is missing.</summary>
    public void Put(string bucket, string key, ReadOnlySpan<byte> content)
    {
        CreateBucket(bucket);
        _buckets[bucket][key] = new Content(content.ToArray(), _time.GetUtcNow());
    }

    /// <summary>Puts a text as UTF-8.</summary>
    public void Put(string bucket, string key, string content) => Put(bucket, key, Encoding.UTF8.GetBytes(content));

    /// <summary>The bytes of an object; null where there is none.</summary>
    public byte[]? Get(string bucket, string key)
        => _buckets.TryGetValue(bucket, out ConcurrentDictionary<string, Content>? objects) && objects.TryGetValue(key, out Content? content) ? content.Bytes : null;

    /// <summary>The text of an object; null where there is none.</summary>
    public string? GetText(string bucket, string key) => Get(bucket, key) is { } bytes ? Encoding.UTF8.GetString(bytes) : null;

    /// <inheritdoc/>
    public ValueTask<Stream> OpenReadAsync(string bucket, string key, CancellationToken cancellationToken = default)
        => ObjectsOf(bucket).TryGetValue(key, out Content? content)
            ? ValueTask.FromResult<Stream>(new MemoryStream(content.Bytes, writable: false))
            : throw ObjectStoreException.NoObject(bucket, key);

    /// <inheritdoc/>
    public ValueTask<ObjectUpload> CreateAsync(string bucket, string key, CancellationToken cancellationToken = default)
    {
        _ = ObjectsOf(bucket);
        return ValueTask.FromResult<ObjectUpload>(new Upload(this, bucket, key));
    }

    /// <inheritdoc/>
    public ValueTask<ObjectPage> ListAsync(string bucket, string prefix, string? after = null, CancellationToken cancellationToken = default)
    {
        // One more than a page tells whether another follows.
        ObjectSummary[] found =
        [
            .. ObjectsOf(bucket)
                .Where(each => each.Key.StartsWith(prefix, StringComparison.Ordinal) && (after is null || ObjectOrder.Keys.Compare(each.Key, after) > 0))
                .OrderBy(each => each.Key, ObjectOrder.Keys)
                .Take(PageSize + 1)
                .Select(each => each.Value.Describe(each.Key)),
        ];
        return ValueTask.FromResult(new ObjectPage(found.Length > PageSize ? found[..PageSize] : found, found.Length > PageSize));
    }

    private ConcurrentDictionary<string, Content> ObjectsOf(string bucket)
        => _buckets.TryGetValue(bucket, out ConcurrentDictionary<string, Content>? objects) ? objects : throw ObjectStoreException.NoBucket(bucket);

    private sealed record Content(byte[] Bytes, DateTimeOffset LastModified)
    {
        public ObjectSummary Describe(string key) => new(key, Bytes.Length, $"\"{Convert.ToHexStringLower(SHA256.HashData(Bytes).AsSpan(0, 16))}\"", LastModified);
    }

    private sealed class Upload(MemoryObjectStore store, string bucket, string key) : ObjectUpload
    {
        private readonly MemoryStream _content = new();

        public override Stream Content => _content;

        public override ValueTask CompleteAsync(CancellationToken cancellationToken = default)
        {
            store.Put(bucket, key, _content.ToArray());
            return ValueTask.CompletedTask;
        }

        public override ValueTask DisposeAsync() => _content.DisposeAsync();
    }
}
