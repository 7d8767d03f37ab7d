namespace Compiled.Values;

/// <summary>
/// Which parts of a text a machine reads: objects by the names of their members, down to parts that are numbered from 0. Reading by it keeps only those, and
/// checks the rest as strictly as <see cref="JsonValue.Parse(ReadOnlySpan{byte})"/>. For emitted code, which holds one in a static field.
/// </summary>
public sealed class Projection
{
    /// <summary>No projection has more parts.</summary>
    public const int MostParts = 64;

    /// <summary>The row of a part that only says that a member is there.</summary>
    internal const int Present = int.MaxValue;

    // So many texts one after another with arrays that have to be gone through, and no more are tried.
    private const int MostArrays = 16;

    private int _arrays;

    /// <summary>A projection of an object with these members.</summary>
    public Projection(params ProjectedMember[] members)
    {
        ArgumentNullException.ThrowIfNull(members);
        Layout = new MemberLayout(members);
        Count = members.Sum(static member => member.Count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Count, MostParts, nameof(members));
    }

    /// <summary>
    /// Reads the parts of a text; missing values where it has none. False for text that is no object, no JSON, or unusual in names: then it has to be read whole.
    /// </summary>
    /// <param name="utf8Json">The text.</param>
    /// <param name="parts">The parts, in the order of their numbers; for an array of which only members are kept, objects of those.</param>
    /// <param name="depth">How many levels there are down to the deepest value in a part.</param>
    public bool TryRead(ReadOnlySpan<byte> utf8Json, out JsonValue[] parts, out int depth)
    {
        Span<int> rows = stackalloc int[MostParts];
        rows = rows[..Count];
        parts = new JsonValue[Count];
        if (!Tokenizer.TryReadParts(utf8Json, this, rows, null, ThreadMemory.Current, out PartsRead read))
        {
            depth = 0;
            return false;
        }

        depth = read.Depth;
        for (int i = 0; i < parts.Length; i++)
            parts[i] = rows[i] switch { < 0 => default, Present => JsonValue.Null, _ => new JsonValue(read.Document, rows[i]) };
        ReadItems(Layout, in read, rows, parts);
        return true;
    }

    // Of an array that was looked into: the objects of what was kept of its elements.
    private static void ReadItems(MemberLayout layout, in PartsRead read, ReadOnlySpan<int> rows, JsonValue[] parts)
    {
        foreach (ProjectedMember member in layout.Members)
        {
            if (!member.IsArray)
                ReadItems(member.Layout, in read, rows, parts);
            else if (rows[member.Part] is >= 0 and int at)
            {
                int[] items = read.Items!;
                var objects = new JsonValue[items[at]];
                for (int i = 0; i < objects.Length; i++)
                    objects[i] = ObjectOf(member.Layout, read.Document!, items.AsSpan(at + 1 + i * member.Stride, member.Stride));
                parts[member.Part] = JsonValue.ArrayOf(objects);
            }
        }
    }

    private static JsonValue ObjectOf(MemberLayout layout, Document document, ReadOnlySpan<int> rows)
    {
        List<JsonProperty> kept = [];
        foreach (ProjectedMember member in layout.Members)
        {
            if (member.Part < 0)
                kept.Add(new JsonProperty(member.Name, ObjectOf(member.Layout, document, rows)));
            else if (rows[member.Part] >= 0)
                kept.Add(new JsonProperty(member.Name, new JsonValue(document, rows[member.Part])));
        }

        return JsonValue.ObjectOf([.. kept]);
    }

    /// <summary>
    /// Whether the parts may be in memory that is used again, where what is handed out is copied. JSONata makes values of parts, and hands most of them out, so that copying takes longer than
    /// allocating.
    /// </summary>
    public bool MayBorrow { get; init; }

    /// <summary>Whether the machine's texts have arrays where only objects can be read in parts, so that to try it again is in vain.</summary>
    internal bool IsGivenUp => _arrays >= MostArrays;

    /// <summary>Counts a text that had, or had not, such an array.</summary>
    internal void Note(bool hasArray)
    {
        if (hasArray)
            _arrays++;
        else if (_arrays > 0)
            _arrays = 0;
    }

    internal MemberLayout Layout { get; }

    /// <summary>How many parts are kept.</summary>
    internal int Count { get; }
}
