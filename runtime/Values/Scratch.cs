using System.Collections.Concurrent;

namespace Compiled.Values;

/// <summary>
/// Memory for what an execution reads and nobody else ever has: the text of its input, where the parts are in it, and arrays of what paths find. Another execution uses it again, mostly
/// the next one on the thread, so nothing of it may be handed out; <see cref="Own"/> copies what is. <b>Promise</b>: for one execution at a time, on whatever thread; one that is not given
/// back, because something was thrown, is left to the collector.
/// </summary>
internal sealed class Scratch
{
    /// <summary>Shorter texts are read into memory of their own: to lend memory, and to write arguments out of it, takes longer than to allocate so little.</summary>
    public const int LeastText = 256;

    /// <summary>Longer texts are read into memory of their own: what is handed out of them would be copied at length.</summary>
    public const int MostText = Tokenizer.MostPadded;

    private const int LongestArray = 16, MostShared = 256;

    // What threads gave back that have one already, since others took it.
    private static readonly ConcurrentQueue<Scratch> s_shared = new();

    private readonly Document _document = new([], [], 0, 0);
    private readonly JsonValue[]?[] _arrays = new JsonValue[]?[LongestArray + 1];
    private ArrayWriter? _arguments;
    private byte[]? _compact;
    private int _taken;

    /// <summary>Reads the texts, and has what it read as long as the memory isn't given back.</summary>
    public Tokenizer Tokenizer { get; } = new();

    /// <summary>Where the items of arrays are.</summary>
    public int[] Slots => Tokenizer.Slots;

    /// <summary>Where a text without its whitespace is put.</summary>
    public byte[] Compact => _compact ??= new byte[MostText + Tokenizer.Padding];

    /// <summary>Where the parts are, of an input that waits.</summary>
    public int[] Parts { get; } = new int[Projection.MostParts];

    /// <summary>Where a path gathers what it finds, cleared by it.</summary>
    public JsonValue[] Matches { get; } = new JsonValue[32];

    /// <summary>Writes what handlers are given, one at a time.</summary>
    public ArrayWriter Arguments => _arguments ??= new ArrayWriter();

    /// <summary>In the frame that the execution calls handlers from; over nothing until it has called one.</summary>
    public StackAnchor Anchor { get; set; }

    /// <summary>What this thread gave back last, or else another; new memory where executions have all there is. Null where the parts of a text need memory of their own.</summary>
    public static Scratch? RentFor(ReadOnlySpan<byte> text, Projection projection, ThreadMemory memory)
    {
        if (text.Length is < LeastText or > MostText || !projection.MayBorrow)
            return null;
        Scratch? scratch = memory.Scratch;
        if (scratch is null)
            return s_shared.TryDequeue(out scratch) ? scratch : new Scratch();
        memory.Scratch = null;
        return scratch;
    }

    /// <summary>Gives the memory back to a thread: from now on no value in it may be used.</summary>
    public void Return(ThreadMemory memory)
    {
        Anchor = default;
        // Only arrays hold what others own.
        for (int length = 1; _taken != 0; length++)
        {
            if ((_taken & 1 << length) == 0)
                continue;
            Array.Clear(_arrays[length]!);
            _taken &= ~(1 << length);
        }

        if (memory.Scratch is null)
            memory.Scratch = this;
        else if (s_shared.Count < MostShared)
            s_shared.Enqueue(this);
    }

    /// <summary>The document of what was read.</summary>
    public Document Filled(byte[] bytes, Row[] rows, int length, int depth)
    {
        _document.Refill(bytes, rows, length, depth);
        return _document;
    }

    /// <summary>An array of copies of these elements.</summary>
    public JsonValue ArrayOf(ReadOnlySpan<JsonValue> items)
    {
        int length = items.Length;
        if (length is 0 or > LongestArray || (_taken & 1 << length) != 0)
            return JsonValue.ArrayOf(items.ToArray());
        _taken |= 1 << length;
        JsonValue[] array = _arrays[length] ??= new JsonValue[length];
        items.CopyTo(array);
        return JsonValue.ArrayOf(array);
    }

    /// <summary>The same value, without anything of this memory.</summary>
    public JsonValue Own(in JsonValue value)
    {
        switch (value.Node)
        {
            case Document document:
                return ReferenceEquals(document, _document) ? new(document.Copy((int)value.Bits)) : value;
            case JsonProperty[] members:
                var owned = new JsonProperty[members.Length];
                for (int i = 0; i < owned.Length; i++)
                    owned[i] = new JsonProperty(members[i].Key, Own(members[i].Value));
                return new(owned, value.Bits);
            case JsonValue[] items:
                var copies = new JsonValue[items.Length];
                for (int i = 0; i < copies.Length; i++)
                    copies[i] = Own(in items[i]);
                return new(copies, value.Bits);
            default:
                return value;
        }
    }
}
