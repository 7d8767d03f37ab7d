namespace Compiled.Language.Expressions;

/// <summary><c>!inner</c>.</summary>
public sealed class FilterNot : FilterExpression
{
    internal FilterNot(FilterExpression inner) => Inner = inner;

    /// <summary>What must not hold.</summary>
    public FilterExpression Inner { get; }
}
