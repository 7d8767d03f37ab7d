namespace Compiled.Language.Expressions.Jsonata;

/// <summary><c>left ?? right</c>: left where it is defined, also when it is null, else right.</summary>
public sealed class CoalesceNode : JsonataNode
{
    internal CoalesceNode(JsonataNode left, JsonataNode right)
    {
        Left = left;
        Right = right;
    }

    /// <summary>The value preferred. JSONata evaluates it twice; once is the same.</summary>
    public JsonataNode Left { get; }

    /// <summary>The value otherwise.</summary>
    public JsonataNode Right { get; }
}
