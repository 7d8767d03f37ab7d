using System.Runtime.CompilerServices;
using System.Text;

namespace Compiled.Values;

/// <content>To and from JSON text.</content>
public readonly partial struct JsonValue
{
    /// <summary>
    /// The exact number of bytes of the compact UTF-8 text. Built objects and arrays remember theirs, so asking again costs only the parts
    /// that are new.
    /// </summary>
    /// <exception cref="InvalidOperationException">The value or a part of it is missing, a failure, or nests deeper than <see cref="MaxDepth"/>.</exception>
    public long ByteCount => Measuring.Bytes(this);

    /// <summary>Whether <see cref="ByteCount"/> is at most a limit; quicker than asking for it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool IsWithin(long limit)
        => (BuiltMembers is not null && Bits >> Size.DepthBits <= limit && (Bits & Size.MostDepth) <= MaxDepth) || Measuring.IsWithin(this, limit);

    /// <summary>Reads one JSON value from UTF-8 text, which is copied.</summary>
    /// <remarks>
    /// Accepts what <see cref="System.Text.Json.Utf8JsonReader"/> with its default options accepts, with two differences: text may nest
    /// <see cref="MaxDepth"/> levels, and bytes that are not UTF-8 are refused at once. A byte order mark is refused. Of members with the
    /// same name the last value wins. Numbers and strings keep their spelling; whitespace and needless escapes in names do not stay.
    /// </remarks>
    /// <exception cref="System.Text.Json.JsonException">The text is not JSON; says where and what was expected.</exception>
    public static JsonValue Parse(ReadOnlySpan<byte> utf8Json)
        => Tokenizer.TryRead(utf8Json, out JsonValue value, out TextFault fault) ? value : throw fault.ToException(utf8Json);

    /// <summary>Reads one JSON value from text, as <see cref="Parse(ReadOnlySpan{byte})"/> does. A lone surrogate becomes U+FFFD.</summary>
    /// <exception cref="System.Text.Json.JsonException">The text is not JSON; says where and what was expected.</exception>
    public static JsonValue Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return Parse(Encoding.UTF8.GetBytes(json));
    }

    /// <summary>Reads one JSON value, or gives the line that <see cref="Parse(ReadOnlySpan{byte})"/> would throw.</summary>
    public static bool TryParse(ReadOnlySpan<byte> utf8Json, out JsonValue value, out string? error)
    {
        bool isRead = Tokenizer.TryRead(utf8Json, out value, out TextFault fault);
        error = isRead ? null : fault.Describe(utf8Json);
        return isRead;
    }

    /// <summary>Appends the compact text.</summary>
    /// <exception cref="InvalidOperationException">The value or a part of it is missing, a failure, or nests deeper than <see cref="MaxDepth"/>.</exception>
    public void Write(JsonBuffer buffer) => Write(buffer, 0);

    /// <summary>The compact text in UTF-8.</summary>
    /// <exception cref="InvalidOperationException">The value or a part of it is missing, a failure, or nests deeper than <see cref="MaxDepth"/>.</exception>
    public byte[] ToUtf8()
    {
        if (Node is Document document)
        {
            return document.Text((int)Bits).ToArray();
        }

        JsonBuffer buffer = JsonBuffer.Rent();
        Write(buffer, 0);
        byte[] utf8 = buffer.Written.ToArray();
        buffer.Return();
        return utf8;
    }

    /// <summary>The compact text; empty for a missing value, error and cause for a failure.</summary>
    /// <exception cref="InvalidOperationException">A part of the value is missing, a failure, or nests deeper than <see cref="MaxDepth"/>.</exception>
    public override string ToString()
    {
        switch (Node)
        {
            case null: return "";
            case Fault fault: return fault.ToString();
            case Document document: return Encoding.UTF8.GetString(document.Text((int)Bits));
        }

        JsonBuffer buffer = JsonBuffer.Rent();
        Write(buffer, 0);
        string text = Encoding.UTF8.GetString(buffer.Written);
        buffer.Return();
        return text;
    }

    // Most values are scalars: for those no call more than there has to be.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Write(JsonBuffer buffer, int level)
    {
        if (Node is Document document)
            Write(document, (int)Bits, buffer, level);
        else if (Node is Tag tag)
            Write(tag, buffer);
        else
            WriteOther(buffer, level);
    }

    private void WriteOther(JsonBuffer buffer, int level)
    {
        if (BuiltMembers is { } members)
            Write(members, buffer, level);
        else if (Node is string text)
            buffer.String(text);
        else if (BuiltItems is { } items)
            Write(items, buffer, level);
        else
            throw Measuring.NotJson(this);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Write(Document document, int row, JsonBuffer buffer, int level)
    {
        if (level + document.Depth > MaxDepth)
        {
            Measuring.RefuseDeeper(level + document.DepthOf(row) - 1);
        }

        buffer.Part(document, row);
    }

    private static void Write(JsonProperty[] members, JsonBuffer buffer, int level)
    {
        Measuring.RefuseDeeper(level);
        byte separator = (byte)'{';
        foreach (ref readonly JsonProperty member in members.AsSpan())
        {
            buffer.Name(separator, member.Key);
            member.Value.Write(buffer, level + 1);
            separator = (byte)',';
        }

        if (separator == '{')
        {
            buffer.Byte(separator);
        }

        buffer.Byte((byte)'}');
    }

    private static void Write(JsonValue[] items, JsonBuffer buffer, int level)
    {
        Measuring.RefuseDeeper(level);
        byte separator = (byte)'[';
        foreach (ref readonly JsonValue item in items.AsSpan())
        {
            buffer.Byte(separator);
            item.Write(buffer, level + 1);
            separator = (byte)',';
        }

        if (separator == '[')
        {
            buffer.Byte(separator);
        }

        buffer.Byte((byte)']');
    }

    private void Write(Tag tag, JsonBuffer buffer)
    {
        if (ReferenceEquals(tag, Tag.Double))
        {
            buffer.Number(BitConverter.Int64BitsToDouble(Bits));
        }
        else if (ReferenceEquals(tag, Tag.Integer))
        {
            buffer.Number(Bits);
        }
        else
        {
            buffer.Raw(ReferenceEquals(tag, Tag.True) ? "true"u8 : ReferenceEquals(tag, Tag.False) ? "false"u8 : "null"u8);
        }
    }
}
