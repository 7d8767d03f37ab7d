namespace Compiled.Language.Expressions;

/// <summary><c>left &amp;&amp; right</c>.</summary>
public sealed class FilterAnd : FilterExpression
{
    internal FilterAnd(FilterExpression left, FilterExpression right)
    {
        Left = left;
        Right = right;
    }

    /// <summary>Tried first.</summary>
    public FilterExpression Left { get; }

    /// <summary>Tried where the left one holds.</summary>
    public FilterExpression Right { get; }
}
