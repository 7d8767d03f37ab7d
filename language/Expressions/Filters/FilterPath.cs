namespace Compiled.Language.Expressions;

/// <summary>A path from the item at hand (<c>@</c>), the input, the context object or a variable. May end in a function.</summary>
public sealed class FilterPath : FilterOperand
{
    internal FilterPath(PathExpression path) => Path = path;

    /// <summary>The path.</summary>
    public PathExpression Path { get; }
}
