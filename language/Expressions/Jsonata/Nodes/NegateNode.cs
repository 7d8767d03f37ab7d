namespace Compiled.Language.Expressions.Jsonata;

/// <summary><c>-operand</c>; on a number literal it is part of the literal.</summary>
public sealed class NegateNode : JsonataNode
{
    internal NegateNode(JsonataNode operand) => Operand = operand;

    /// <summary>What is negated.</summary>
    public JsonataNode Operand { get; }
}
