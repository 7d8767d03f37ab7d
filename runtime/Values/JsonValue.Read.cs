using System.Runtime.CompilerServices;

namespace Compiled.Values;

/// <content>Looking into a value.</content>
public readonly partial struct JsonValue
{
    /// <summary>How many elements an array or members an object has; 0 for anything else.</summary>
    public int Count => Node is Document document ? document.Count((int)Bits) : BuiltItems?.Length ?? BuiltMembers?.Length ?? 0;

    /// <summary>The member's value; missing if there is none or the value is no object.</summary>
    public JsonValue this[Key key]
    {
        get
        {
            // Small enough to be inlined: what emitted code looks up most is a member that was built a moment ago.
            JsonValue built = BuiltMember(key);
            return built.IsMissing ? Find(this, key) : built;
        }
    }

    /// <summary>The element, counted from 0; missing if there is none or the value is no array. In text that was read it takes one step an element.</summary>
    public JsonValue this[int index]
    {
        get
        {
            if (BuiltItems is { } items)
            {
                return (uint)index < (uint)items.Length ? items[index] : default;
            }

            if (index >= 0 && IsRow(JsonKind.Array))
            {
                var document = (Document)Node!;
                int row = document.Item((int)Bits, index);
                return row < 0 ? default : new JsonValue(document, row);
            }

            return default;
        }
    }

    /// <summary>The member's value, for a name that is known only at run time; missing if there is none or the value is no object.</summary>
    public JsonValue Get(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!IsObject)
        {
            return default;
        }

        JsonBuffer buffer = JsonBuffer.Rent();
        buffer.String(name);
        buffer.Byte((byte)':');
        JsonValue value = Find(buffer.Written);
        buffer.Return();
        return value;
    }

    /// <summary>The elements of an array, for <c>foreach</c>; none for anything else.</summary>
    public ItemEnumerator Items()
    {
        if (Node is Document document)
        {
            ref readonly Row row = ref document.Rows[(int)Bits];
            return row.JsonKind == JsonKind.Array ? new(document, (int)Bits, row.Next) : default;
        }

        return BuiltItems is { } items ? new(items) : default;
    }

    /// <summary>The members of an object in their order, for <c>foreach</c>; none for anything else.</summary>
    public MemberEnumerator Members()
        => BuiltMembers is { } members ? new(members) : IsRow(JsonKind.Object) ? new((Document)Node!, (int)Bits) : default;

    /// <summary>The number. One that was read is the nearest double; beyond the range of doubles it is an infinity, though its text stays.</summary>
    /// <exception cref="InvalidOperationException">The value is no number.</exception>
    public double AsDouble() => TryGetDouble(out double value) ? value : throw NotA("number");

    /// <summary>The number as <see cref="AsDouble"/> gives it; false if the value is none.</summary>
    public bool TryGetDouble(out double value)
    {
        if (ReferenceEquals(Node, Tag.Double))
        {
            value = BitConverter.Int64BitsToDouble(Bits);
            return true;
        }

        if (Node is Document document)
        {
            ref readonly Row row = ref document.Rows[(int)Bits];
            if (document.TryReadFew(in row, out uint few))
            {
                value = few;
                return true;
            }

            bool isNumber = row.JsonKind == JsonKind.Number;
            value = isNumber ? document.ReadNumber(in row) : 0;
            return isNumber;
        }

        value = Bits;
        return ReferenceEquals(Node, Tag.Integer);
    }

    /// <summary>The number if it was built from a whole one, or written with digits only.</summary>
    internal bool TryGetInteger(out long value)
    {
        value = Bits;
        if (ReferenceEquals(Node, Tag.Integer))
        {
            return true;
        }

        if (Node is Document document)
        {
            ref readonly Row row = ref document.Rows[(int)Bits];
            if (document.TryReadFew(in row, out uint few))
            {
                value = few;
                return true;
            }

            return row.Kind == RowKind.Integer && NumberText.TryReadInteger(document.Bytes.AsSpan(row.Start, row.Length), out value);
        }

        return false;
    }

    /// <summary>The number if it is whole and fits 64 bits, exactly; <c>1.0</c> and <c>1e2</c> are whole.</summary>
    public bool TryGetInt64(out long value)
    {
        value = 0;
        if (ReferenceEquals(Node, Tag.Integer))
        {
            value = Bits;
            return true;
        }

        if (ReferenceEquals(Node, Tag.Double))
        {
            return TryWhole(BitConverter.Int64BitsToDouble(Bits), out value);
        }

        if (!IsRow(JsonKind.Number))
        {
            return false;
        }

        var document = (Document)Node!;
        ReadOnlySpan<byte> text = document.Text((int)Bits);
        return document.Rows[(int)Bits].Kind == RowKind.Integer ? NumberText.TryReadInteger(text, out value) : NumberText.TryReadWhole(text, out value);
    }

    /// <summary>The string. In text that was read, an escaped half of a surrogate pair that stands alone becomes U+FFFD.</summary>
    /// <exception cref="InvalidOperationException">The value is no string.</exception>
    public string AsString()
    {
        if (Node is Document document)
        {
            ref readonly Row row = ref document.Rows[(int)Bits];
            return row.JsonKind == JsonKind.String ? StringText.Decode(document.Bytes.AsSpan(row.Start + 1, row.Length - 2)) : throw NotA("string");
        }

        return Node as string ?? throw NotA("string");
    }

    internal static bool TryWhole(double number, out long value)
    {
        bool isWhole = number >= long.MinValue && number < -(double)long.MinValue && Math.Truncate(number) == number;
        value = isWhole ? (long)number : 0;
        return isWhole;
    }

    // Calls nothing, and clears nothing, where the member stands where it stood in the object before: to be called then costs no more than a jump. Static, so that the value comes in registers.
    [MethodImpl(MethodImplOptions.NoInlining)]
    [SkipLocalsInit]
    private static JsonValue Find(JsonValue value, Key key)
        => value.Node is Document document && document.TryGuess((int)value.Bits, key, out int found) ? new JsonValue(document, found) : value.Search(key);

    private JsonValue Search(Key key)
    {
        if (Node is Document document)
        {
            int found = document.FindMember((int)Bits, key);
            return found < 0 ? default : new JsonValue(document, found);
        }

        if (BuiltMembers is { } members)
        {
            int at = BuiltObject.IndexOf(members, key);
            return at < 0 ? default : members[at].Value;
        }

        return default;
    }

    /// <summary>The member's value by its name with quotes and colon; the value must be an object.</summary>
    internal JsonValue Find(ReadOnlySpan<byte> quoted)
        => BuiltMembers is { } members ? BuiltObject.Find(members, quoted) : Find((Document)Node!, (int)Bits, quoted);

    private static JsonValue Find(Document document, int row, ReadOnlySpan<byte> quoted)
    {
        if (document.Rows[row].Kind != RowKind.Object)
        {
            return default;
        }

        int found = document.Find(row, quoted);
        return found < 0 ? default : new JsonValue(document, found);
    }

    private InvalidOperationException NotA(string expected) => new($"The value is {Describe(Kind)} where a {expected} was expected.");

    private static string Describe(JsonKind kind) => kind switch
    {
        JsonKind.Missing => "missing",
        JsonKind.Null or JsonKind.True or JsonKind.False => kind.ToString().ToLowerInvariant(),
        JsonKind.Array or JsonKind.Object => $"an {kind.ToString().ToLowerInvariant()}",
        _ => $"a {kind.ToString().ToLowerInvariant()}",
    };
}
