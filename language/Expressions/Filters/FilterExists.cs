namespace Compiled.Language.Expressions;

/// <summary><c>@.name</c> alone: the path is there, whatever its value, null too.</summary>
public sealed class FilterExists : FilterExpression
{
    internal FilterExists(PathExpression path) => Path = path;

    /// <summary>The path that must exist.</summary>
    public PathExpression Path { get; }
}
