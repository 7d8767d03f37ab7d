namespace Compiled.Language.Expressions;

/// <summary>A side of a comparison in a filter, or an argument of a path function.</summary>
public abstract class FilterOperand
{
    private protected FilterOperand()
    {
    }
}
