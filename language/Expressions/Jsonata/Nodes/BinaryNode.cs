namespace Compiled.Language.Expressions.Jsonata;

/// <summary><c>left operator right</c>.</summary>
public sealed class BinaryNode : JsonataNode
{
    internal BinaryNode(JsonataOperator @operator, JsonataNode left, JsonataNode right)
    {
        Operator = @operator;
        Left = left;
        Right = right;
    }

    /// <summary>Which operator.</summary>
    public JsonataOperator Operator { get; }

    /// <summary>The left operand.</summary>
    public JsonataNode Left { get; }

    /// <summary>The right operand.</summary>
    public JsonataNode Right { get; }
}
