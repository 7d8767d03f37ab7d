using Compiled.Values;

namespace Compiled.Expressions;

/// <summary>What a filter inside a path can see besides <c>@</c>.</summary>
/// <param name="Input">What <c>$</c> stands for.</param>
/// <param name="Context">The context object, what <c>$$</c> stands for.</param>
public readonly record struct PathScope(JsonValue Input, JsonValue Context);
