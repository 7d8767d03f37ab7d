namespace Compiled.Language.Expressions.Jsonata;

/// <summary><c>**</c>: the item itself and all values inside it.</summary>
public sealed class DescendantsNode : JsonataNode
{
    internal DescendantsNode()
    {
    }
}
