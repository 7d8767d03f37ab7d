using System.Diagnostics.CodeAnalysis;
using Compiled.Values;

namespace Compiled.Jsonata;

/// <summary>Values that JSONata's <c>=</c> takes for equal, for sets of them.</summary>
internal sealed class ValueComparer : IEqualityComparer<JsonValue>
{
    public static readonly ValueComparer Instance = new();

    public bool Equals(JsonValue x, JsonValue y) => Comparisons.AreEqual(x, y);

    public int GetHashCode([DisallowNull] JsonValue obj)
    {
        if (obj.TryGetDouble(out double number))
        {
            return number.GetHashCode();
        }

        try
        {
            return obj.GetHashCode();
        }
        catch (InvalidOperationException)
        {
            throw JsonataError.TooDeep();
        }
    }
}
