namespace Compiled.Values;

/// <summary>Finds members of an object that was built: distinct names, in order.</summary>
internal static class BuiltObject
{
    /// <summary>The member's position, or -1.</summary>
    public static int IndexOf(ReadOnlySpan<JsonProperty> members, Key key)
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
    private static int IndexOfText(ReadOnlySpan<JsonProperty> members, Key key)
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
    public static JsonValue Find(JsonProperty[] members, ReadOnlySpan<byte> quoted)
    {
        foreach (ref readonly JsonProperty member in members.AsSpan())
        {
            if (quoted.SequenceEqual(member.Key.Quoted))
            {
                return member.Value;
            }
        }

        return default;
    }
}
