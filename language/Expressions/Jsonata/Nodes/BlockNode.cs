namespace Compiled.Language.Expressions.Jsonata;

/// <summary><c>( ...; ... )</c>: evaluates to its last expression; variables bound in it are its own.</summary>
public sealed class BlockNode : JsonataNode
{
    internal BlockNode(IReadOnlyList<JsonataNode> expressions) => Expressions = expressions;

    /// <summary>The expressions; an empty block is undefined.</summary>
    public IReadOnlyList<JsonataNode> Expressions { get; }
}
