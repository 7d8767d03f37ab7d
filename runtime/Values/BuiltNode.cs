namespace Compiled.Values;

/// <summary>An object or array that was built rather than read; remembers its size once measured.</summary>
internal abstract class BuiltNode
{
    private long _size;

    /// <summary>The measured size, or the default while nobody has asked. Racing writers write the same.</summary>
    public Size Size
    {
        get => new(Volatile.Read(ref _size));
        set => Volatile.Write(ref _size, value.Packed);
    }
}

/// <summary>An object that was built: distinct names, in order. The array is never written to after it came here.</summary>
internal sealed class ObjectNode(JsonProperty[] members) : BuiltNode
{
    public static readonly ObjectNode Empty = new([]);

    public readonly JsonProperty[] Members = members;

    /// <summary>The member's position, or -1.</summary>
    public int IndexOf(Key key) => IndexOf(Members, key);

    public static int IndexOf(JsonProperty[] members, Key key)
    {
        for (int i = 0; i < members.Length; i++)
        {
            if (ReferenceEquals(members[i].Key, key))
            {
                return i;
            }
        }

        return IndexOfText(members, key);
    }

    // A name that came with the input may have a Key object of its own.
    private static int IndexOfText(JsonProperty[] members, Key key)
    {
        for (int i = 0; i < members.Length; i++)
        {
            if (members[i].Key.SameText(key))
            {
                return i;
            }
        }

        return -1;
    }
}

/// <summary>An array that was built. The elements are never written to after they came here.</summary>
internal sealed class ArrayNode(JsonValue[] items) : BuiltNode
{
    public static readonly ArrayNode Empty = new([]);

    public readonly JsonValue[] Items = items;
}
