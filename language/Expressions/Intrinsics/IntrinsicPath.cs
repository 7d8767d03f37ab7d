namespace Compiled.Language.Expressions;

/// <summary>An argument that a path gives.</summary>
public sealed class IntrinsicPath : IntrinsicArgument
{
    internal IntrinsicPath(PathExpression path, int start, int length)
        : base(start, length) => Path = path;

    /// <summary>The path.</summary>
    public PathExpression Path { get; }
}
