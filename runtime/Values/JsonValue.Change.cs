namespace Compiled.Values;

/// <content>New values from old ones.</content>
public readonly partial struct JsonValue
{
    /// <summary>A copy of the object's one level with the member's value replaced in its place, or the member appended.</summary>
    /// <exception cref="InvalidOperationException">The value is no object.</exception>
    /// <exception cref="ArgumentException">The new value is missing or a failure.</exception>
    public JsonValue With(Key key, JsonValue value)
    {
        RefuseUnwritable(value, nameof(value));
        if (Node is JsonProperty[] built)
        {
            return With(built, key, value);
        }

        if (!IsObject)
        {
            throw NotAn("object");
        }

        var document = (Document)Node!;
        int row = (int)Bits;
        int found = document.Find(row, key.Quoted);
        JsonProperty[] members = document.Members(row, spare: found < 0 ? 1 : 0);
        int at = members.Length - 1;
        while (found >= 0 && members[at].Value.Bits != found)
        {
            at--;
        }

        members[at] = new JsonProperty(key, value);
        return ObjectOf(members);
    }

    /// <summary>As <see cref="With(Key, JsonValue)"/> for one member after the other, with one copy for all; for emitted code.</summary>
    /// <param name="changes">The members, with distinct names.</param>
    /// <exception cref="InvalidOperationException">The value is no object.</exception>
    public JsonValue With(params ReadOnlySpan<JsonProperty> changes)
    {
        if (!IsObject)
            throw NotAn("object");
        JsonProperty[] members = Node is JsonProperty[] built
            ? [.. built, .. new JsonProperty[changes.Length]]
            : ((Document)Node!).Members((int)Bits, spare: changes.Length);
        int count = members.Length - changes.Length;
        foreach (ref readonly JsonProperty change in changes)
        {
            int at = BuiltObject.IndexOf(members.AsSpan(0, count), change.Key);
            members[at < 0 ? count++ : at] = change;
        }

        return ObjectOf(count == members.Length ? members : members[..count]);
    }

    /// <summary>As <see cref="With(Key, JsonValue)"/>, for a name that is known only at run time.</summary>
    /// <exception cref="InvalidOperationException">The value is no object.</exception>
    /// <exception cref="ArgumentException">The new value is missing or a failure.</exception>
    public JsonValue With(string name, JsonValue value)
    {
        ArgumentNullException.ThrowIfNull(name);
        return With(Key.Named(name), value);
    }

    /// <summary>A copy of the object's one level without the member; the value itself if there is no such member.</summary>
    /// <exception cref="InvalidOperationException">The value is no object.</exception>
    public JsonValue Without(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!IsObject)
        {
            throw NotAn("object");
        }

        JsonProperty[] members = Node as JsonProperty[] ?? ((Document)Node!).Members((int)Bits, spare: 0);
        int at = BuiltObject.IndexOf(members, Key.Named(name));
        return at < 0 ? this : ObjectOf([.. members.AsSpan(0, at), .. members.AsSpan(at + 1)]);
    }

    /// <summary>A copy of the array's one level with one element replaced.</summary>
    /// <exception cref="InvalidOperationException">The value is no array.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such element.</exception>
    /// <exception cref="ArgumentException">The new value is missing or a failure.</exception>
    public JsonValue WithItem(int index, JsonValue value)
    {
        RefuseUnwritable(value, nameof(value));
        if (!IsArray)
        {
            throw NotAn("array");
        }

        var items = new JsonValue[Count];
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, items.Length);
        int count = 0;
        foreach (JsonValue item in Items())
        {
            items[count++] = item;
        }

        items[index] = value;
        return ArrayOf(items);
    }

    /// <summary>
    /// The same value without the large text that it may be a small part of, for a host to call before a value is kept for long. It is copied
    /// when what it keeps alive is more than twice its own size and a few kibibytes.
    /// </summary>
    public JsonValue Detach() => Detaching.Detach(this);

    private static JsonValue With(JsonProperty[] members, Key key, JsonValue value)
    {
        int at = BuiltObject.IndexOf(members, key);
        var changed = new JsonProperty[at < 0 ? members.Length + 1 : members.Length];
        members.AsSpan().CopyTo(changed);
        changed[at < 0 ? members.Length : at] = new JsonProperty(key, value);
        return ObjectOf(changed);
    }

    private InvalidOperationException NotAn(string expected) => new($"The value is {Describe(Kind)} where an {expected} was expected.");
}
