namespace Compiled.Language.Expressions.Jsonata;

/// <summary><c>left ~&gt; right</c>: calls right with left as its first argument, or composes two functions.</summary>
public sealed class ApplyNode : JsonataNode
{
    internal ApplyNode(JsonataNode left, JsonataNode right)
    {
        Left = left;
        Right = right;
    }

    /// <summary>The value, or a function.</summary>
    public JsonataNode Left { get; }

    /// <summary>The function. A <see cref="CallNode"/> here takes left before its own arguments.</summary>
    public JsonataNode Right { get; }
}
