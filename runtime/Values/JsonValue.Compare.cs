namespace Compiled.Values;

/// <content>Comparing values.</content>
public readonly partial struct JsonValue
{
    /// <summary>
    /// Whether both are the same JSON: the order of members does not count, and numbers are compared by value (<c>1</c>, <c>1.0</c> and
    /// <c>1e0</c> are equal). Whole numbers of up to 64 bits are compared exactly, other numbers as doubles. Failures are equal with the same
    /// error and cause.
    /// </summary>
    /// <exception cref="InvalidOperationException">A built value nests deeper than <see cref="MaxDepth"/>.</exception>
    public bool Equals(JsonValue other) => Equality.AreEqual(this, other, 0);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is JsonValue other && Equals(other);

    /// <summary>A hash that is equal for equal values.</summary>
    /// <exception cref="InvalidOperationException">A built value nests deeper than <see cref="MaxDepth"/>.</exception>
    public override int GetHashCode() => Equality.Hash(this, 0);

    /// <summary>Whether the value is this string, which the caller gives in both forms so that neither has to be made.</summary>
    public bool StringEquals(string s, ReadOnlySpan<byte> utf8)
    {
        if (Node is string text)
        {
            return string.Equals(text, s);
        }

        if (Node is not Document document)
        {
            return false;
        }

        return document.Rows[(int)Bits].Kind switch
        {
            RowKind.Plain => document.Unquoted((int)Bits).SequenceEqual(utf8),
            RowKind.Escaped => Equality.AreEqualStrings(this, new JsonValue(s)),
            _ => false,
        };
    }

    /// <summary>Orders two strings by their UTF-16 code units, as <see cref="string.CompareOrdinal(string, string)"/> does; only the sign counts.</summary>
    /// <exception cref="InvalidOperationException">One of the values is no string.</exception>
    public int CompareOrdinal(JsonValue other)
    {
        if (!IsString)
        {
            throw NotA("string");
        }

        if (!other.IsString)
        {
            throw other.NotA("string");
        }

        if (IsPlain && other.IsPlain)
        {
            return StringText.CompareUtf16(((Document)Node!).Unquoted((int)Bits), ((Document)other.Node!).Unquoted((int)other.Bits));
        }

        using TextChars left = new(this, stackalloc char[TextChars.StackChars]);
        using TextChars right = new(other, stackalloc char[TextChars.StackChars]);
        return left.Chars.SequenceCompareTo(right.Chars);
    }

    /// <summary>Whether the value is a whole number that was built, which <see cref="Bits"/> is.</summary>
    public bool IsBuiltInteger => ReferenceEquals(Node, Tag.Integer);

    /// <summary>A string whose bytes in a document are its text.</summary>
    internal bool IsPlain => Node is Document document && document.Rows[(int)Bits].Kind == RowKind.Plain;
}
