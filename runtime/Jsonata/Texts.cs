using Compiled.Values;

namespace Compiled.Jsonata;

/// <summary>Strings as operators need them.</summary>
internal static class Texts
{
    /// <summary>Whether a string has no characters.</summary>
    public static bool IsEmpty(JsonValue value)
        => value.Node is string text ? text.Length == 0 : ((Document)value.Node!).Rows[(int)value.Bits].Length == 2;

    /// <summary>The key of a string, which may come from input.</summary>
    public static Key KeyOf(JsonValue value)
        => value.IsPlain ? Key.Of(((Document)value.Node!).Text((int)value.Bits)) : Key.Named(value.AsString());
}
