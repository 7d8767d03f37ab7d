namespace Compiled.Language.Expressions.Jsonata;

/// <summary><c>|pattern|update|</c> and <c>|pattern|update,delete|</c>: a function that gives a changed copy of its argument.</summary>
public sealed class TransformNode : JsonataNode
{
    internal TransformNode(JsonataNode pattern, JsonataNode update, JsonataNode? delete)
    {
        Pattern = pattern;
        Update = update;
        Delete = delete;
    }

    /// <summary>What is changed, found in the copy.</summary>
    public JsonataNode Pattern { get; }

    /// <summary>An object merged into each match.</summary>
    public JsonataNode Update { get; }

    /// <summary>The names of the fields removed from each match; null where none are.</summary>
    public JsonataNode? Delete { get; }
}
