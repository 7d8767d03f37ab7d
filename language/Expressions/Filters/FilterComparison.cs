namespace Compiled.Language.Expressions;

/// <summary><c>left operator right</c>.</summary>
public sealed class FilterComparison : FilterExpression
{
    internal FilterComparison(FilterOperator @operator, FilterOperand left, FilterOperand right)
    {
        Operator = @operator;
        Left = left;
        Right = right;
    }

    /// <summary>How they are compared.</summary>
    public FilterOperator Operator { get; }

    /// <summary>The left operand.</summary>
    public FilterOperand Left { get; }

    /// <summary>The right operand.</summary>
    public FilterOperand Right { get; }
}
