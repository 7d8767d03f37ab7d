namespace Compiled.Language.Expressions.Jsonata;

/// <summary><c>left ?: right</c>: left where it is true as <c>$boolean</c> sees it, else right.</summary>
public sealed class DefaultNode : JsonataNode
{
    internal DefaultNode(JsonataNode left, JsonataNode right)
    {
        Left = left;
        Right = right;
    }

    /// <summary>The value preferred. JSONata evaluates it twice; once is the same.</summary>
    public JsonataNode Left { get; }

    /// <summary>The value otherwise.</summary>
    public JsonataNode Right { get; }
}
