using System.Runtime.CompilerServices;
using Compiled.Values;

namespace Compiled.Jsonata;

/// <summary>Reads arguments by their place.</summary>
public static class ArgumentList
{
    /// <summary>The argument; missing if it was left out.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static JsonValue At(this ReadOnlySpan<JsonValue> arguments, int index) => (uint)index < (uint)arguments.Length ? arguments[index] : default;
}
