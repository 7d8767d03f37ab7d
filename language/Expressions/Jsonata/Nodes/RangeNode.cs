namespace Compiled.Language.Expressions.Jsonata;

/// <summary><c>first..last</c> in an array constructor.</summary>
public sealed class RangeNode : JsonataNode
{
    internal RangeNode(JsonataNode first, JsonataNode last)
    {
        First = first;
        Last = last;
    }

    /// <summary>The first integer.</summary>
    public JsonataNode First { get; }

    /// <summary>The last integer; below the first the range is empty.</summary>
    public JsonataNode Last { get; }
}
