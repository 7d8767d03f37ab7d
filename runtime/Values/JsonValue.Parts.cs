using System.Runtime.CompilerServices;

namespace Compiled.Values;

/// <content>What emitted code asks of the members that it keeps in locals instead of in an object.</content>
public readonly partial struct JsonValue
{
    /// <summary>
    /// No less than <see cref="ByteCount"/>, found without measuring. It is beyond any limit for what is no JSON, or might nest too deep to
    /// be a member of an object.
    /// </summary>
    public long MostBytes
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Node is Tag ? NumberFormat.Longest : Bound.OfMember(this);
    }

    /// <summary>The member of an object that was built with this very key; missing also where the object has another key of the same name.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal JsonValue BuiltMember(Key key)
    {
        foreach (ref readonly JsonProperty member in BuiltMembers.AsSpan())
        {
            if (ReferenceEquals(member.Key, key))
                return member.Value;
        }

        return default;
    }

    /// <summary>
    /// The same JSON, but a whole number of a text is read, once for all: for a member that is compared or counted with again and again.
    /// Numbers that would not be written as they were read stay as they are.
    /// </summary>
    public JsonValue WithNumberRead()
        => Node is Document && TryGetInteger(out long value) && (value != 0 || ByteCount == 1) ? Number(value) : this;

    /// <summary>Whether the value is JSON that by what is known without measuring has at most so many bytes, and at most so many levels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool IsSmall(long mostBytes, int mostDepth) => Node is Document document
        ? document.Rows[(int)Bits].Length <= mostBytes && document.Depth <= mostDepth
        : IsBuiltSmall(mostBytes, mostDepth);

    private bool IsBuiltSmall(long mostBytes, int mostDepth)
    {
        if (!IsBuilt)
            return MostBytes <= mostBytes;
        var size = new Size(Bits);
        return (size.Bytes <= mostBytes && size.Depth <= mostDepth) || Bound.IsWithin(this, mostBytes, mostDepth);
    }
}
