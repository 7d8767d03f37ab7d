using System.Runtime.CompilerServices;

namespace Compiled.Values;

/// <summary>
/// Bounds the size of what is built from the sizes of its parts, so that a value well within a limit need not be measured. It is found
/// when the value is made, at the cost of a look at each new part, and kept in the value itself.
/// </summary>
internal static class Bound
{
    // A character takes at most \uXXXX.
    private const int LongestCharacter = 6;

    // What is no JSON has no length: beyond any limit, so that it is measured, which refuses it.
    public const long Unwritable = 1L << 40;

    private const long Most = 1L << 50;

    /// <summary>No less than the bytes of the compact text, and no less than the levels, as far as <see cref="Size"/> counts them.</summary>
    public static Size Of(JsonProperty[] members)
    {
        long bytes = members.Length + 2;
        int depth = 0;
        foreach (ref readonly JsonProperty member in members.AsSpan())
        {
            bytes += member.Key.Length;
            Add(member.Value, ref bytes, ref depth);
        }

        return new Size(bytes, Math.Min(depth + 1, Size.MostDepth));
    }

    /// <inheritdoc cref="Of(JsonProperty[])"/>
    public static Size Of(JsonValue[] items)
    {
        long bytes = items.Length + 2;
        int depth = 0;
        foreach (ref readonly JsonValue item in items.AsSpan())
        {
            Add(item, ref bytes, ref depth);
        }

        return new Size(bytes, Math.Min(depth + 1, Size.MostDepth));
    }

    /// <summary>No less than the bytes of a value's compact text; beyond any limit where an object around it might nest too deep.</summary>
    public static long OfMember(in JsonValue value)
    {
        long bytes = 0;
        int depth = 0;
        Add(value, ref bytes, ref depth);
        return depth < JsonValue.MaxDepth ? bytes : Unwritable;
    }

    /// <summary>
    /// Whether the bytes and levels of a value that was built are within limits, added up from those of its innermost parts: what is inside may carry a bound that is far too large.
    /// Looks at no more than the limits allow.
    /// </summary>
    public static bool IsWithin(in JsonValue value, long mostBytes, int mostDepth) => TryCount(value, ref mostBytes, mostDepth);

    private static bool TryCount(JsonValue value, ref long left, int levels)
    {
        if (value.IsBuilt)
            return levels > 0 && (value.Node is JsonProperty[] members ? TryCount(members, ref left, levels - 1) : TryCount((JsonValue[])value.Node!, ref left, levels - 1));
        long bytes = 0;
        int depth = 0;
        Add(value, ref bytes, ref depth);
        return (left -= bytes) >= 0 && depth <= levels;
    }

    private static bool TryCount(JsonProperty[] members, ref long left, int levels)
    {
        left -= members.Length + 2;
        foreach (ref readonly JsonProperty member in members.AsSpan())
        {
            left -= member.Key.Length;
            if (!TryCount(member.Value, ref left, levels))
                return false;
        }

        return left >= 0;
    }

    private static bool TryCount(JsonValue[] items, ref long left, int levels)
    {
        left -= items.Length + 2;
        foreach (ref readonly JsonValue item in items.AsSpan())
        {
            if (!TryCount(item, ref left, levels))
                return false;
        }

        return left >= 0;
    }

    // By value, so that both parts stay in registers.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(JsonValue part, ref long bytes, ref int depth)
    {
        object? node = part.Node;
        if (node is Document document)
        {
            ref readonly Row row = ref document.Rows[(int)part.Bits];
            bytes += row.Length;
            if (row.JsonKind is JsonKind.Array or JsonKind.Object)
                depth = Math.Max(depth, document.Depth);
        }
        else if (node is Tag)
        {
            bytes += NumberFormat.Longest;
        }
        else if (node is string text)
        {
            bytes += LongestCharacter * (long)text.Length + 2;
        }
        else if (part.IsBuilt)
        {
            var size = new Size(part.Bits);
            bytes = Math.Min(bytes + size.Bytes, Most);
            depth = Math.Max(depth, size.Depth);
        }
        else
        {
            bytes = Math.Max(bytes, Unwritable);
        }
    }
}
