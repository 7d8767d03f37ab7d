using Compiled.Values;

namespace Compiled.Execution;

/// <summary>
/// An input that was read when it was handed in, for an execution that runs later: whole, or only what the machine reads on its fast path. Reading it then finds what is no JSON at
/// once, and later there is nothing to read again.
/// </summary>
internal readonly struct ReadInput
{
    /// <summary>Where more inputs wait, they take memory of their own: memory that is used again is larger than most texts.</summary>
    public const int MostLent = 256;

    // Whole, or anything of the document that the parts are in.
    private readonly JsonValue _read;
    private readonly int[]? _parts;

    // The items of arrays that were read in parts, or the memory that all of it is in.
    private readonly object? _more;

    /// <summary>An input that is a value already.</summary>
    public ReadInput(in JsonValue value) => _read = value;

    private ReadInput(Document document, int[] parts, object? more) => (_read, _parts, _more) = (new JsonValue(document, 0), parts, more);

    /// <summary>Reads text, which is copied.</summary>
    /// <param name="utf8Json">JSON text; <see cref="System.Text.Json.JsonException"/> when it is none.</param>
    /// <param name="projection">What the machine reads; null to read all.</param>
    /// <param name="lends">Whether parts may be in memory that is used again once the execution has its output, which has to be wanted as text.</param>
    public static ReadInput Of(ReadOnlySpan<byte> utf8Json, Projection? projection, bool lends)
    {
        if (projection is null)
            return new ReadInput(JsonValue.Parse(utf8Json));
        ThreadMemory memory = ThreadMemory.Current;
        Scratch? scratch = lends ? Scratch.RentFor(utf8Json, projection, memory) : null;
        Span<int> parts = scratch is null ? stackalloc int[Projection.MostParts] : scratch.Parts;
        parts = parts[..projection.Count];
        if (!Tokenizer.TryReadParts(utf8Json, projection, parts, scratch, memory, out PartsRead read))
        {
            scratch?.Return(memory);
            return new ReadInput(JsonValue.Parse(utf8Json));
        }

        // Where the path is left the text is read whole, also when it has none of the parts.
        return scratch is null
            ? new ReadInput(read.Document ?? new Document(Document.Padded(utf8Json), [], read.Depth), parts.ToArray(), read.Items)
            : new ReadInput(read.Document!, scratch.Parts, scratch);
    }

    /// <summary>Whether only parts were read.</summary>
    public bool IsInParts => _parts is not null;

    /// <summary>The rows of the parts, -1 for one that isn't there.</summary>
    public ReadOnlySpan<int> Parts => _parts;

    /// <summary>Where the parts are.</summary>
    public PartsRead Read => new(Document, Document.Depth, Scratch?.Slots ?? _more as int[]);

    /// <summary>The memory that is used again; null where the input has its own.</summary>
    public Scratch? Scratch => _more as Scratch;

    /// <summary>The text of an input that was read in parts.</summary>
    public ReadOnlySpan<byte> Text => Document.Bytes.AsSpan(0, Document.Length);

    private Document Document => (Document)_read.Node!;

    /// <summary>The whole input, which is read now if it was read in parts; these end with it.</summary>
    public JsonValue Whole()
    {
        if (!IsInParts)
            return _read;
        JsonValue whole = JsonValue.Parse(Text);
        Scratch?.Return(ThreadMemory.Current);
        return whole;
    }

    /// <summary>The input as JSON text, in memory of its own.</summary>
    public byte[] ToUtf8() => IsInParts ? Text.ToArray() : _read.ToUtf8();
}
