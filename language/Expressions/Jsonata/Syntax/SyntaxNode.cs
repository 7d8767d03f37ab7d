using Compiled.Language.Json;

namespace Compiled.Language.Expressions.Jsonata;

/// <summary>A node of the tree as written, before paths are flattened: what the grammar's operators join.</summary>
internal sealed class SyntaxNode(SyntaxKind kind, JsonataToken token)
{
    public SyntaxKind Kind { get; set; } = kind;

    /// <summary>The token that the node is named after; its end is the node's position.</summary>
    public JsonataToken Token { get; } = token;

    public int Position => Token.End;

    public TextSpan Span { get; set; } = token.Span;

    /// <summary>The left operand, the condition, the procedure, the pattern, the only operand.</summary>
    public SyntaxNode? Left { get; init; }

    /// <summary>The right operand, the body, the update.</summary>
    public SyntaxNode? Right { get; set; }

    /// <summary>The part after a second separator: else, delete.</summary>
    public SyntaxNode? Third { get; set; }

    /// <summary>Arguments, items, expressions, sort terms; keys and values in turn.</summary>
    public List<SyntaxNode> Items { get; } = [];

    /// <summary>Which of the sort terms descend.</summary>
    public HashSet<SyntaxNode>? Descending { get; set; }

    public JsonataSignature? Signature { get; set; }

    /// <summary>Whether <c>[]</c> follows.</summary>
    public bool KeepArray { get; set; }

    /// <summary>How many nodes deep the tree is from here on.</summary>
    public int Depth { get; set; } = 1;

    /// <summary>Whether JSONata takes it for a name; <c>and</c>, <c>or</c> and <c>in</c> become names only later.</summary>
    public bool IsFunctionWord => Kind == SyntaxKind.Name && Token is { Kind: JsonataTokenKind.Name, Text: "function" or "\u03BB" };
}
