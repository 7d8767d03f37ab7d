using Compiled.Values;

namespace Compiled.Execution;

/// <summary>
/// An input that was read when it was handed in, for an execution that runs later: whole, or only what the machine reads on its fast path. Reading it then finds what is no JSON at
/// once, and later there is nothing to read again.
/// </summary>
internal readonly struct ReadInput
{
    // Whole, or anything of the document that the parts are in.
    private readonly JsonValue _read;
    private readonly int[]? _parts, _items;

    /// <summary>An input that is a value already.</summary>
    public ReadInput(in JsonValue value) => _read = value;

    private ReadInput(Document document, int[] parts, int[]? items) => (_read, _parts, _items) = (new JsonValue(document, 0), parts, items);

    /// <summary>Reads text, which is copied.</summary>
    /// <param name="utf8Json">JSON text; <see cref="System.Text.Json.JsonException"/> when it is none.</param>
    /// <param name="projection">What the machine reads; null to read all.</param>
    public static ReadInput Of(ReadOnlySpan<byte> utf8Json, Projection? projection)
    {
        if (projection is null)
            return new ReadInput(JsonValue.Parse(utf8Json));
        Span<int> parts = stackalloc int[Projection.MostParts];
        parts = parts[..projection.Count];
        if (!Tokenizer.TryReadParts(utf8Json, projection, parts, null, out PartsRead read))
            return new ReadInput(JsonValue.Parse(utf8Json));
        // Where the path is left the text is read whole, also when it has none of the parts.
        return new ReadInput(read.Document ?? new Document(Document.Padded(utf8Json), [], read.Depth), parts.ToArray(), read.Items);
    }

    /// <summary>Whether only parts were read.</summary>
    public bool IsInParts => _parts is not null;

    /// <summary>The rows of the parts, -1 for one that isn't there.</summary>
    public ReadOnlySpan<int> Parts => _parts;

    /// <summary>Where the parts are.</summary>
    public PartsRead Read => new(Document, Document.Depth, _items);

    /// <summary>The text of an input that was read in parts.</summary>
    public ReadOnlySpan<byte> Text => Document.Bytes.AsSpan(0, Document.Bytes.Length - Document.Spare);

    private Document Document => (Document)_read.Node!;

    /// <summary>The whole input, which is read now if it was read in parts.</summary>
    public JsonValue Whole() => IsInParts ? JsonValue.Parse(Text) : _read;

    /// <summary>The input as JSON text, in memory of its own.</summary>
    public byte[] ToUtf8() => IsInParts ? Text.ToArray() : _read.ToUtf8();
}
