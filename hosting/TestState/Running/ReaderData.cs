using System.Text;
using Compiled.MapRuns;
using Compiled.MapRuns.Objects;
using Compiled.MapRuns.Readers;
using Compiled.Values;

namespace Compiled.TestState.Running;

/// <summary>The items of a distributed Map whose reader is given its file as text.</summary>
internal static class ReaderData
{
    /// <summary>Reads the items: those of the state, those of the text by the reader's <c>InputType</c>, or those of a JSON array where the reader lists or joins files.</summary>
    /// <exception cref="MapRunException">The text is not what the reader reads.</exception>
    public static async Task<List<MapItem>> ReadAsync(MapRunSettings settings, string? text, CancellationToken cancellationToken)
    {
        if (settings.Reader is { } reader && text is not null && (reader.Lists || reader.ManifestType is not null || reader.InputType == "MANIFEST"))
        {
            if (!JsonValue.TryParse(Encoding.UTF8.GetBytes(text), out JsonValue items, out _) || !items.IsArray)
                throw StateTestException.Request("MapItemReaderData must be a JSON array of items where the ItemReader lists objects or reads a manifest.");
            settings = settings with { Reader = null, Items = items };
        }

        List<MapItem> read = [];
        await foreach (MapItem item in ItemSource.ReadAsync(settings, new OneObject(text ?? ""), cancellationToken).ConfigureAwait(false))
            read.Add(item);
        return read;
    }

    private sealed class OneObject(string text) : IObjectStore
    {
        public ValueTask<Stream> OpenReadAsync(string bucket, string key, CancellationToken cancellationToken = default) => new(new MemoryStream(Encoding.UTF8.GetBytes(text)));

        public ValueTask<ObjectUpload> CreateAsync(string bucket, string key, CancellationToken cancellationToken = default)
            => throw new NotSupportedException("A test of one state writes nothing.");

        public ValueTask<ObjectPage> ListAsync(string bucket, string prefix, string? after = null, CancellationToken cancellationToken = default)
            => throw new NotSupportedException("A test of one state lists nothing.");
    }
}
