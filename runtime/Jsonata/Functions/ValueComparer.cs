using System.Diagnostics.CodeAnalysis;
using Compiled.Values;

namespace Compiled.Jsonata;

/// <summary>Values that JSONata's <c>=</c> takes for equal, for sets of them.</summary>
internal sealed class ValueComparer : IEqualityComparer<JsonValue>
{
    public static readonly ValueComparer Instance = new();

    public bool Equals(JsonValue x, JsonValue y) => Comparisons.AreEqual(x, y);

    public int GetHashCode([DisallowNull] JsonValue obj) => obj.TryGetDouble(out double number) ? number.GetHashCode() : obj.GetHashCode();
}
