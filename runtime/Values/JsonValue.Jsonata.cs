using System.Runtime.CompilerServices;
using Compiled.Jsonata;

namespace Compiled.Values;

/// <content>What values are in JSONata and not in JSON: sequences and functions.</content>
public readonly partial struct JsonValue
{
    /// <summary>
    /// Whether the value is an array that an expression collected. To everything outside JSONata it is an array like any other.
    /// </summary>
    public bool IsSequence => BuiltItems is not null && (Bits & Size.SequenceBit) != 0;

    /// <summary>Whether the value is a built array marked to be kept: see <see cref="Size.KeptBit"/>.</summary>
    internal bool IsKept => BuiltItems is not null && (Bits & Size.KeptBit) != 0;

    /// <summary>The function that the value is; null for anything else.</summary>
    public JsonataFunction? AsFunction => Node as JsonataFunction;

    /// <summary>Whether the value is a function.</summary>
    public bool IsFunction => Node is JsonataFunction;

    /// <summary>An array marked as a sequence; takes it over as <see cref="ArrayOf(JsonValue[])"/> does, and does not collapse it.</summary>
    public static JsonValue SequenceOf(JsonValue[] owned) => new(owned, Bound.Of(owned).Packed | Size.SequenceBit);

    /// <summary>The same array, marked to be kept.</summary>
    internal JsonValue Kept() => new(Node, Bits | Size.KeptBit);

    /// <summary>Whether the value can be written as JSON: it is there, and no function, or anything with one inside.</summary>
    public bool IsJson
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Node is Document or string || IsBuiltJson();
    }

    /// <summary>
    /// The value as it is outside of JSONata, where no array is a sequence, and an element without a value, such as a group of a match that took
    /// no part, is JSON's null.
    /// </summary>
    public JsonValue Plain
    {
        get
        {
            JsonValue filled = IsJson ? this : Filled(0);
            return filled.NoSequence;
        }
    }

    /// <summary>Whether the value is <see cref="Plain"/> already, as far as it takes no search.</summary>
    internal bool IsSurelyPlain
    {
        // Marks are above any size.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Node is Document or string or Tag || (IsBuilt && Bits < Bound.Unwritable << Size.DepthBits);
    }

    /// <summary>The value, an array of which is no sequence.</summary>
    internal JsonValue NoSequence => BuiltItems is not null ? new(Node, new Size(Bits).Packed) : this;

    private JsonValue Filled(int level)
    {
        if (IsJson || level > MaxDepth)
        {
            return this;
        }

        switch (Node)
        {
            case JsonValue[] items:
                return ArrayOf(System.Array.ConvertAll(items, item => item.IsMissing ? Null : item.Filled(level + 1)));
            case JsonProperty[] members:
                return ObjectOf(System.Array.ConvertAll(members, member => new JsonProperty(member.Key, member.Value.Filled(level + 1))));
            default:
                return this;
        }
    }

    /// <summary>As <see cref="Plain"/>, for all that is inside too.</summary>
    public JsonValue PlainThroughout => Node switch
    {
        JsonProperty[] members when System.Array.Exists(members, static member => member.Value.HoldsMarks())
            => ObjectOf(System.Array.ConvertAll(members, static member => new JsonProperty(member.Key, member.Value.PlainThroughout))),
        JsonValue[] items when System.Array.Exists(items, static item => item.HoldsMarks())
            => ArrayOf(System.Array.ConvertAll(items, static item => item.PlainThroughout)),
        _ => Plain,
    };

    private bool HoldsMarks() => Node switch
    {
        JsonProperty[] members => System.Array.Exists(members, static member => member.Value.HoldsMarks()),
        JsonValue[] items => Bits != new Size(Bits).Packed || System.Array.Exists(items, static item => item.HoldsMarks()),
        _ => false,
    };

    // What is no JSON gives everything around it a bound beyond any limit, so that nothing else has to be searched for it.
    private bool IsBuiltJson(int level = 0)
    {
        if (level > MaxDepth)
        {
            return false;
        }

        if (Node is Tag)
        {
            return true;
        }

        if (!IsBuilt || new Size(Bits).Bytes < Bound.Unwritable)
        {
            return IsBuilt;
        }

        foreach (ref readonly JsonProperty member in BuiltMembers.AsSpan())
        {
            if (!member.Value.IsWritable(level + 1))
            {
                return false;
            }
        }

        foreach (ref readonly JsonValue item in BuiltItems.AsSpan())
        {
            if (!item.IsWritable(level + 1))
            {
                return false;
            }
        }

        return true;
    }

    private bool IsWritable(int level) => Node is Document or string || IsBuiltJson(level);
}
