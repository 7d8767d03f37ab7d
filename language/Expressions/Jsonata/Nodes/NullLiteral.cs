namespace Compiled.Language.Expressions.Jsonata;

/// <summary><c>null</c>.</summary>
public sealed class NullLiteral : JsonataNode
{
    internal NullLiteral()
    {
    }
}
