namespace Compiled.Language.Expressions.Jsonata;

/// <summary><c>[a, b, 1..3]</c>.</summary>
public sealed class ArrayConstructorNode : JsonataNode
{
    internal ArrayConstructorNode(IReadOnlyList<JsonataNode> items) => Items = items;

    /// <summary>The items: an array constructor among them stays an array of its own, other arrays are spliced in; <see cref="RangeNode"/> stands only here.</summary>
    public IReadOnlyList<JsonataNode> Items { get; }
}
