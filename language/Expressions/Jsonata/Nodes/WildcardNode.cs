namespace Compiled.Language.Expressions.Jsonata;

/// <summary><c>*</c>: the values of all fields.</summary>
public sealed class WildcardNode : JsonataNode
{
    internal WildcardNode()
    {
    }
}
