namespace Compiled.Language.Expressions;

/// <summary>The condition of a filter step.</summary>
public abstract class FilterExpression
{
    private protected FilterExpression()
    {
    }
}
