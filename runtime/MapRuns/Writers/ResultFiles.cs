using System.Globalization;
using Compiled.MapRuns.Objects;
using Compiled.Values;

namespace Compiled.MapRuns.Writers;

/// <summary>The files of one kind of results, <c>SUCCEEDED_0.json</c>, <c>SUCCEEDED_1.json</c> and so on: a new one once one is large.</summary>
internal sealed class ResultFiles(IObjectStore store, string bucket, string start, bool writesLines) : IAsyncDisposable
{
    /// <summary>After so many bytes another file begins.</summary>
    internal const long Large = 256L * 1024 * 1024;

    private static readonly Key KeyName = Key.Of("Key"), SizeName = Key.Of("Size");

    private readonly List<JsonValue> _written = [];
    private ObjectUpload? _upload;
    private string _key = "";
    private long _size;

    public async ValueTask AddAsync(JsonValue result, CancellationToken cancellationToken)
    {
        if (_size >= Large)
            await EndAsync(cancellationToken).ConfigureAwait(false);
        bool isFirst = _upload is null;
        if (isFirst)
        {
            _key = string.Create(CultureInfo.InvariantCulture, $"{start}{_written.Count}.{(writesLines ? "jsonl" : "json")}");
            _upload = await store.CreateAsync(bucket, _key, cancellationToken).ConfigureAwait(false);
        }

        await WriteAsync(Text(result, isFirst), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Ends the last file; gives what the manifest says of all: <c>[{"Key", "Size"}]</c>.</summary>
    public async ValueTask<JsonValue> CompleteAsync(CancellationToken cancellationToken)
    {
        await EndAsync(cancellationToken).ConfigureAwait(false);
        return JsonValue.ArrayOf([.. _written]);
    }

    public async ValueTask DisposeAsync()
    {
        if (_upload is not null)
            await _upload.DisposeAsync().ConfigureAwait(false);
    }

    private async ValueTask EndAsync(CancellationToken cancellationToken)
    {
        if (_upload is null)
            return;
        if (!writesLines)
            await WriteAsync("]"u8.ToArray(), cancellationToken).ConfigureAwait(false);
        await _upload.CompleteAsync(cancellationToken).ConfigureAwait(false);
        await _upload.DisposeAsync().ConfigureAwait(false);
        _written.Add(JsonValue.ObjectOf([new JsonProperty(KeyName, _key), new JsonProperty(SizeName, _size)]));
        _upload = null;
        _size = 0;
    }

    private byte[] Text(JsonValue result, bool isFirst)
    {
        JsonBuffer buffer = JsonBuffer.Rent();
        if (!writesLines)
            buffer.Byte(isFirst ? (byte)'[' : (byte)',');
        result.Write(buffer);
        if (writesLines)
            buffer.Byte((byte)'\n');
        byte[] text = buffer.Written.ToArray();
        buffer.Return();
        return text;
    }

    private async ValueTask WriteAsync(byte[] bytes, CancellationToken cancellationToken)
    {
        await _upload!.Content.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
        _size += bytes.Length;
    }
}
