namespace Compiled.Values;

/// <summary>Finds how long the compact text of a value is. Built objects and arrays remember it, so only new parts are looked at.</summary>
internal static class Measuring
{
    // A character takes at most \uXXXX; an object of more members is measured, which it remembers.
    private const int LongestCharacter = 6, MostBounded = 16;

    /// <summary>The number of bytes of compact UTF-8 text.</summary>
    /// <exception cref="InvalidOperationException">A part is missing, is a failure, or nests deeper than <see cref="JsonValue.MaxDepth"/>.</exception>
    public static long Bytes(in JsonValue value)
    {
        Size size = Of(value, 0);
        if (size.Depth > JsonValue.MaxDepth)
        {
            // Depths of documents are bounds only, which may add up to more than there is.
            RefuseDeeper(Depth(value, 0) - 1);
        }

        return size.Bytes;
    }

    /// <summary>
    /// Whether the compact text is no longer than a limit, and nests no deeper than can be read back. Most values are shorter than a bound that is quicker to find than their
    /// length: the text of new numbers and strings is not laid out for it.
    /// </summary>
    public static bool IsWithin(in JsonValue value, long limit)
        => value.Node is Document document
            ? document.Rows[(int)value.Bits].Length <= limit
            : value.Node is ObjectNode { Members.Length: <= MostBounded } small && Bound(small) <= limit || IsMeasuredWithin(value, limit);

    private static bool IsMeasuredWithin(in JsonValue value, long limit)
    {
        Size size = Of(value, 0);
        return size.Bytes <= limit && (size.Depth <= JsonValue.MaxDepth || !IsTooDeep(value, 0));
    }

    private static bool IsTooDeep(in JsonValue value, int level)
    {
        switch (value.Node)
        {
            case Document document:
                return level + document.DepthOf((int)value.Bits) > JsonValue.MaxDepth;
            case BuiltNode when level >= JsonValue.MaxDepth:
                return true;
            case ObjectNode built:
                foreach (ref readonly JsonProperty member in built.Members.AsSpan())
                {
                    if (IsTooDeep(member.Value, level + 1))
                        return true;
                }

                return false;
            case ArrayNode built:
                foreach (ref readonly JsonValue item in built.Items.AsSpan())
                {
                    if (IsTooDeep(item, level + 1))
                        return true;
                }

                return false;
            default:
                return false;
        }
    }

    // Members that were built and not yet measured would be walked again by each state, so they have no bound here.
    private static long? Bound(ObjectNode built)
    {
        long bytes = built.Members.Length + 1;
        foreach (ref readonly JsonProperty member in built.Members.AsSpan())
        {
            bytes += member.Key.Quoted.Length;
            switch (member.Value.Node)
            {
                case Document document:
                    bytes += document.Rows[(int)member.Value.Bits].Length;
                    break;
                case Tag:
                    bytes += NumberFormat.Longest;
                    break;
                case string text:
                    bytes += LongestCharacter * (long)text.Length + 2;
                    break;
                case BuiltNode { Size: { IsKnown: true, Depth: < JsonValue.MaxDepth } } measured:
                    bytes += measured.Size.Bytes;
                    break;
                default:
                    return null;
            }
        }

        return bytes;
    }

    /// <summary>Refuses a container at a level, counted from 0, that JSON text could not be read back from.</summary>
    public static void RefuseDeeper(int level)
    {
        if (level >= JsonValue.MaxDepth)
        {
            throw new InvalidOperationException($"The value nests deeper than {JsonValue.MaxDepth} levels, the most that JSON text is read with.");
        }
    }

    /// <summary>A value that is not JSON stands where text is needed.</summary>
    public static InvalidOperationException NotJson(in JsonValue value)
        => new($"A {(value.IsMissing ? "missing value" : "failure")} has no JSON text; one was found where JSON was expected.");

    private static Size Of(in JsonValue value, int level)
    {
        switch (value.Node)
        {
            case Document document:
                ref readonly Row row = ref document.Rows[(int)value.Bits];
                return new Size(row.Length, row.JsonKind is JsonKind.Array or JsonKind.Object ? document.Depth : 0);
            case string text:
                return new Size(JsonBuffer.StringByteCount(text), 0);
            case Tag tag:
                return new Size(Of(tag, value.Bits), 0);
            case BuiltNode built:
                Size size = built.Size;
                if (!size.IsKnown)
                {
                    RefuseDeeper(level);
                    built.Size = size = built is ObjectNode o ? Of(o, level + 1) : Of((ArrayNode)built, level + 1);
                }

                return size;
            default:
                throw NotJson(value);
        }
    }

    private static int Of(Tag tag, long bits)
    {
        switch (tag.Kind)
        {
            case JsonKind.Number:
                Span<byte> text = stackalloc byte[NumberFormat.Longest];
                return tag == Tag.Integer ? NumberFormat.Write(bits, text) : NumberFormat.Write(BitConverter.Int64BitsToDouble(bits), text);
            case JsonKind.False:
                return 5;
            default:
                return 4;
        }
    }

    // Two brackets and a comma between each two; empty ones have the brackets only.
    private static Size Of(ObjectNode built, int level)
    {
        long bytes = Math.Max(built.Members.Length + 1, 2);
        int depth = 0;
        foreach (ref readonly JsonProperty member in built.Members.AsSpan())
        {
            Size size = Of(member.Value, level);
            bytes += member.Key.Quoted.Length + size.Bytes;
            depth = Math.Max(depth, size.Depth);
        }

        return new Size(bytes, Math.Min(depth + 1, Size.MostDepth));
    }

    private static Size Of(ArrayNode built, int level)
    {
        long bytes = Math.Max(built.Items.Length + 1, 2);
        int depth = 0;
        foreach (ref readonly JsonValue item in built.Items.AsSpan())
        {
            Size size = Of(item, level);
            bytes += size.Bytes;
            depth = Math.Max(depth, size.Depth);
        }

        return new Size(bytes, Math.Min(depth + 1, Size.MostDepth));
    }

    private static int Depth(in JsonValue value, int level)
    {
        int depth = 0;
        switch (value.Node)
        {
            case Document document:
                return document.DepthOf((int)value.Bits);
            case ObjectNode built:
                RefuseDeeper(level);
                foreach (ref readonly JsonProperty member in built.Members.AsSpan())
                {
                    depth = Math.Max(depth, Depth(member.Value, level + 1));
                }

                return depth + 1;
            case ArrayNode built:
                RefuseDeeper(level);
                foreach (ref readonly JsonValue item in built.Items.AsSpan())
                {
                    depth = Math.Max(depth, Depth(item, level + 1));
                }

                return depth + 1;
            default:
                return 0;
        }
    }
}
