namespace Compiled.Values;

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

    /// <summary>The member's value by its name with quotes and colon; missing if there is none.</summary>
    public JsonValue Find(ReadOnlySpan<byte> quoted)
    {
        foreach (ref readonly JsonProperty member in Members.AsSpan())
        {
            if (quoted.SequenceEqual(member.Key.Quoted))
            {
                return member.Value;
            }
        }

        return default;
    }
}
