using System.IO.Compression;
using System.Runtime.CompilerServices;
using Compiled.MapRuns.Objects;
using Compiled.Values;

namespace Compiled.MapRuns.Readers;

/// <summary>The items in one object, in the form that <c>InputType</c> names. FEATURES L-304.</summary>
internal static class ObjectItems
{
    public static IAsyncEnumerable<MapItem> ReadAsync(ItemReaderSettings reader, IObjectStore store, CancellationToken cancellationToken)
    {
        string bucket = Failures.Argument(reader.Arguments, "Bucket", Failures.Reader), key = Failures.Argument(reader.Arguments, "Key", Failures.Reader);
        return reader.ManifestType is not null || reader.InputType == "MANIFEST"
            ? ManifestItems.ReadAsync(reader, bucket, key, store, cancellationToken)
            : ReadAsync(reader, bucket, key, store, cancellationToken);
    }

    public static async IAsyncEnumerable<MapItem> ReadAsync(
        ItemReaderSettings reader, string bucket, string key, IObjectStore store, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string source = $"S3://{bucket}/{key}";
        await using Stream stream = await OpenAsync(bucket, key, store, cancellationToken).ConfigureAwait(false);
        IAsyncEnumerable<(string? Key, JsonValue Value)> items = reader.InputType switch
        {
            "CSV" => Single(CsvItems.ReadAsync(stream, reader.CsvHeaders, reader.CsvDelimiter, cancellationToken)),
            "JSONL" => Single(JsonLineItems.ReadAsync(stream, cancellationToken)),
            null or "JSON" => JsonItems.ReadAsync(stream, reader.ItemsPointer, cancellationToken),
            { } other => throw Failures.Reader($"Objects of the type '{other}' cannot be read; 'InputType' may be 'CSV', 'JSON', 'JSONL' or 'MANIFEST'."),
        };
        await foreach ((string? name, JsonValue value) in items.ConfigureAwait(false))
            yield return new MapItem(value, name, source);
    }

    /// <summary>Opens an object, and unpacks one that is packed with gzip.</summary>
    public static async ValueTask<Stream> OpenAsync(string bucket, string key, IObjectStore store, CancellationToken cancellationToken)
    {
        Stream stream = await store.OpenReadAsync(bucket, key, cancellationToken).ConfigureAwait(false);
        PeekedStream peeked = await PeekedStream.OfAsync(stream, cancellationToken).ConfigureAwait(false);
        return peeked.IsGzip ? new GZipStream(peeked, CompressionMode.Decompress) : peeked;
    }

    private static async IAsyncEnumerable<(string? Key, JsonValue Value)> Single(IAsyncEnumerable<JsonValue> items)
    {
        await foreach (JsonValue item in items.ConfigureAwait(false))
            yield return (null, item);
    }
}
