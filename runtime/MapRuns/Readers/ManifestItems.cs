using System.Runtime.CompilerServices;
using System.Text;
using Compiled.MapRuns.Objects;
using Compiled.Values;

namespace Compiled.MapRuns.Readers;

/// <summary>
/// The items in the data files that a manifest names: those of an S3 inventory (<c>manifest.json</c>, files of CSV without a header), or those that
/// Athena unloaded (a list of URIs, a line each; their form is the reader's). FEATURES L-304.
/// </summary>
internal static class ManifestItems
{
    private const string BucketArn = "arn:aws:s3:::";

    // AWS takes manifests of a few megabytes; far more than that is no manifest.
    private const int MostBytes = 64 * 1024 * 1024;

    public static IAsyncEnumerable<MapItem> ReadAsync(
        ItemReaderSettings reader, string bucket, string key, IObjectStore store, CancellationToken cancellationToken)
        => reader.ManifestType == "ATHENA_DATA"
            ? AthenaAsync(reader, bucket, key, store, cancellationToken)
            : InventoryAsync(reader, bucket, key, store, cancellationToken);

    private static async IAsyncEnumerable<MapItem> AthenaAsync(
        ItemReaderSettings reader, string bucket, string key, IObjectStore store, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string text = Encoding.UTF8.GetString(await WholeAsync(bucket, key, store, cancellationToken).ConfigureAwait(false));
        foreach (string line in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            string uri = line.Trim('"');
            if (!uri.StartsWith("s3://", StringComparison.OrdinalIgnoreCase) || uri.IndexOf('/', 5) is not (> 5 and var slash))
                throw Failures.Reader($"The manifest '{key}' names '{uri}', which is no URI of an object: 's3://BUCKET/KEY'.");
            await foreach (MapItem item in ObjectItems.ReadAsync(reader, uri[5..slash], uri[(slash + 1)..], store, cancellationToken).ConfigureAwait(false))
                yield return item;
        }
    }

    private static async IAsyncEnumerable<MapItem> InventoryAsync(
        ItemReaderSettings reader, string bucket, string key, IObjectStore store, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        byte[] text = await WholeAsync(bucket, key, store, cancellationToken).ConfigureAwait(false);
        if (!JsonValue.TryParse(text, out JsonValue manifest, out string? error))
            throw Failures.Reader($"The manifest '{key}' is no JSON: {error}");
        if (Text(manifest, "fileFormat") is not "CSV" and var format)
            throw Failures.Reader($"The manifest '{key}' names files of the format '{format}'; only 'CSV' can be read.");
        string[] columns = [.. (Text(manifest, "fileSchema") ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
        if (columns.Length == 0 || !manifest.Get("files").IsArray)
            throw Failures.Reader($"The manifest '{key}' has no 'fileSchema' or no 'files'.");
        ItemReaderSettings files = reader with { InputType = "CSV", CsvHeaders = columns, CsvDelimiter = ',', ManifestType = null };
        string of = Text(manifest, "destinationBucket") is { } destination ? destination.Replace(BucketArn, "", StringComparison.Ordinal) : bucket;
        for (ItemEnumerator file = manifest.Get("files").Items(); file.MoveNext();)
        {
            string name = Text(file.Current, "key") ?? throw Failures.Reader($"The manifest '{key}' names a file without a 'key'.");
            await foreach (MapItem item in ObjectItems.ReadAsync(files, of, name, store, cancellationToken).ConfigureAwait(false))
                yield return item;
        }
    }

    private static string? Text(in JsonValue value, string name) => value.IsObject && value.Get(name) is { IsString: true } text ? text.AsString() : null;

    private static async ValueTask<byte[]> WholeAsync(string bucket, string key, IObjectStore store, CancellationToken cancellationToken)
    {
        await using Stream stream = await ObjectItems.OpenAsync(bucket, key, store, cancellationToken).ConfigureAwait(false);
        using MemoryStream whole = new();
        byte[] buffer = new byte[16 * 1024];
        for (int count; (count = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0;)
        {
            if (whole.Length + count > MostBytes)
                throw Failures.Reader($"The manifest '{key}' is larger than {MostBytes} bytes.");
            whole.Write(buffer, 0, count);
        }

        return whole.ToArray();
    }
}
