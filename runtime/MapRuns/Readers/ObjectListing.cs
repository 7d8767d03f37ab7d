using System.Runtime.CompilerServices;
using Compiled.MapRuns.Objects;
using Compiled.Values;

namespace Compiled.MapRuns.Readers;

/// <summary>The objects of a bucket as items, or, loaded, the items in them. FEATURES L-310.</summary>
internal static class ObjectListing
{
    private static readonly Key
        Etag = Key.Of("Etag"), KeyName = Key.Of("Key"), LastModified = Key.Of("LastModified"), Size = Key.Of("Size"), StorageClass = Key.Of("StorageClass");

    public static async IAsyncEnumerable<MapItem> ReadAsync(ItemReaderSettings reader, IObjectStore store, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string bucket = Failures.Argument(reader.Arguments, "Bucket", Failures.Reader);
        string prefix = reader.Arguments.Get("Prefix") is { IsString: true } given ? given.AsString() : "";
        ObjectPage page;
        string? after = null;
        do
        {
            page = await store.ListAsync(bucket, prefix, after, cancellationToken).ConfigureAwait(false);
            foreach (ObjectSummary each in page.Objects)
            {
                after = each.Key;
                if (!reader.LoadsAndFlattens)
                {
                    yield return new MapItem(Describe(each), null, $"S3://{bucket}");
                    continue;
                }

                // The console makes empty objects to show folders; they hold no items.
                if (each.Size == 0)
                    continue;
                await foreach (MapItem item in ObjectItems.ReadAsync(reader, bucket, each.Key, store, cancellationToken).ConfigureAwait(false))
                    yield return item;
            }
        }
        while (page.HasMore);
    }

    private static JsonValue Describe(ObjectSummary summary) => JsonValue.ObjectOf(
    [
        new JsonProperty(Etag, summary.ETag),
        new JsonProperty(KeyName, summary.Key),
        new JsonProperty(LastModified, summary.LastModified.ToUnixTimeSeconds()),
        new JsonProperty(Size, summary.Size),
        new JsonProperty(StorageClass, summary.StorageClass),
    ]);
}
