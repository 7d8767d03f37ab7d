using System.Runtime.CompilerServices;
using Compiled.Values;

namespace Compiled.Jsonata;

/// <summary>What counts as true: JSONata's <c>$boolean</c>.</summary>
public static class Truth
{
    /// <summary>Whether a value counts as true; a missing one does not.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Of(JsonValue value)
        => ReferenceEquals(value.Node, Tag.True) || (!ReferenceEquals(value.Node, Tag.False) && OfOther(value, 0));

    /// <summary>Whether a number counts as true; NaN, which stands for a missing one, does not.</summary>
    public static bool Of(double number) => number != 0 && !double.IsNaN(number);

    private static bool OfOther(JsonValue value, int level) => value.Kind switch
    {
        JsonKind.True => true,
        JsonKind.String => !Texts.IsEmpty(value),
        JsonKind.Number => value.AsDouble() != 0,
        JsonKind.Object => value.Members().MoveNext(),
        JsonKind.Array => OfAny(value, level),
        _ => false,
    };

    private static bool OfAny(JsonValue array, int level)
    {
        JsonataError.RefuseDeeper(level);
        foreach (JsonValue item in array.Items())
        {
            if (OfOther(item, level + 1))
            {
                return true;
            }
        }

        return false;
    }
}
