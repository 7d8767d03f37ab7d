using Compiled.Language.Json;

namespace Compiled.Language.Expressions;

/// <summary>A value that a path gives: <c>"x.$": "$.y"</c>.</summary>
public sealed class PathTemplate : Template
{
    internal PathTemplate(PathExpression path, string field, JsonNode source)
        : base(source)
    {
        Path = path;
        Field = field;
    }

    /// <summary>The path.</summary>
    public PathExpression Path { get; }

    /// <summary>The key as written, <c>x.$</c>: messages at run time name it.</summary>
    public string Field { get; }
}
