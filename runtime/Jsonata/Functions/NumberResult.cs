using Compiled.Values;

namespace Compiled.Jsonata;

/// <summary>Makes the values of computed numbers.</summary>
internal static class NumberResult
{
    /// <summary>The value of a number; JavaScript's negative zero is printed as zero, so it is none here.</summary>
    /// <exception cref="JsonataException">D1001: it is beyond the range of doubles.</exception>
    public static JsonValue Of(double number) => double.IsFinite(number) ? JsonValue.Number(number + 0.0) : throw JsonataError.Of("D1001");
}
