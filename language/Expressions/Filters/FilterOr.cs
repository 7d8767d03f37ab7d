namespace Compiled.Language.Expressions;

/// <summary><c>left || right</c>. Binds less than <c>&amp;&amp;</c>.</summary>
public sealed class FilterOr : FilterExpression
{
    internal FilterOr(FilterExpression left, FilterExpression right)
    {
        Left = left;
        Right = right;
    }

    /// <summary>Tried first.</summary>
    public FilterExpression Left { get; }

    /// <summary>Tried where the left one does not hold.</summary>
    public FilterExpression Right { get; }
}
