using Compiled.Values;

namespace Compiled.Expressions;

/// <summary>What a filter inside a path can see besides <c>@</c>.</summary>
/// <param name="Input">What <c>$</c> stands for.</param>
/// <param name="Context">The context object, what <c>$$</c> stands for.</param>
/// <param name="Variables">The variables that the path's filters and functions read, in an order that the path knows; null where they read none.</param>
public readonly record struct PathScope(JsonValue Input, JsonValue Context, JsonValue[]? Variables)
{
    /// <summary>One of these variables; missing where it has no value.</summary>
    public JsonValue Variable(int index) => Variables![index];
}
