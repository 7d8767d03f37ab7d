using System.Runtime.CompilerServices;

namespace Compiled.Values;

/// <summary>Finds how long the compact text of a value is.</summary>
internal static class Measuring
{
    /// <summary>The number of bytes of compact UTF-8 text.</summary>
    /// <exception cref="InvalidOperationException">A part is missing, is a failure, or nests deeper than <see cref="JsonValue.MaxDepth"/>.</exception>
    public static long Bytes(in JsonValue value)
    {
        if (IsTooDeep(value))
            RefuseDeeper(JsonValue.MaxDepth);
        return Bytes(value, 0);
    }

    /// <summary>
    /// Whether the compact text is no longer than a limit, and nests no deeper than can be read back. What was built is measured only
    /// where the bound that it carries is not enough to know.
    /// </summary>
    public static bool IsWithin(in JsonValue value, long limit)
    {
        if (!value.IsBuilt)
            return Bytes(value, 0) <= limit;
        var bound = new Size(value.Bits);
        return (bound.Depth <= JsonValue.MaxDepth || !IsTooDeep(value, 0)) && (bound.Bytes <= limit || Bytes(value, 0) <= limit);
    }

    /// <summary>Whether the value nests deeper than JSON text can be read back from.</summary>
    public static bool IsTooDeep(in JsonValue value) => value.IsBuilt && new Size(value.Bits).Depth > JsonValue.MaxDepth && IsTooDeep(value, 0);

    /// <summary>Refuses a container at a level, counted from 0, that JSON text could not be read back from.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void RefuseDeeper(int level)
    {
        if (level >= JsonValue.MaxDepth)
            throw TooDeep();
    }

    private static InvalidOperationException TooDeep()
        => new($"The value nests deeper than {JsonValue.MaxDepth} levels, the most that JSON text is read with.");

    /// <summary>A value that is not JSON stands where text is needed.</summary>
    public static InvalidOperationException NotJson(in JsonValue value)
        => new($"A {(value.IsMissing ? "missing value" : "failure")} has no JSON text; one was found where JSON was expected.");

    private static long Bytes(in JsonValue value, int level)
    {
        switch (value.Node)
        {
            case Document document:
                return document.Rows[(int)value.Bits].Length;
            case string text:
                return JsonBuffer.StringByteCount(text);
            case Tag tag:
                return Bytes(tag, value.Bits);
            case JsonProperty[] members:
                RefuseDeeper(level);
                // Two brackets and a comma between each two; empty ones have the brackets only.
                long bytes = Math.Max(members.Length + 1, 2);
                foreach (ref readonly JsonProperty member in members.AsSpan())
                    bytes += member.Key.Quoted.Length + Bytes(member.Value, level + 1);
                return bytes;
            case JsonValue[] items:
                RefuseDeeper(level);
                bytes = Math.Max(items.Length + 1, 2);
                foreach (ref readonly JsonValue item in items.AsSpan())
                    bytes += Bytes(item, level + 1);
                return bytes;
            default:
                throw NotJson(value);
        }
    }

    private static int Bytes(Tag tag, long bits)
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

    // Depths of documents are bounds only in what a value carries, which may add up to more than there is.
    private static bool IsTooDeep(in JsonValue value, int level)
    {
        switch (value.Node)
        {
            case Document document:
                return level + document.DepthOf((int)value.Bits) > JsonValue.MaxDepth;
            case JsonProperty[] or JsonValue[] when level >= JsonValue.MaxDepth:
                return true;
            case JsonProperty[] members:
                foreach (ref readonly JsonProperty member in members.AsSpan())
                {
                    if (IsTooDeep(member.Value, level + 1))
                        return true;
                }

                return false;
            case JsonValue[] items:
                foreach (ref readonly JsonValue item in items.AsSpan())
                {
                    if (IsTooDeep(item, level + 1))
                        return true;
                }

                return false;
            default:
                return false;
        }
    }
}
