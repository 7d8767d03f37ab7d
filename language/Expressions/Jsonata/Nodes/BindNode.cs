namespace Compiled.Language.Expressions.Jsonata;

/// <summary><c>$name := value</c>: binds the variable for the rest of its block and gives the value.</summary>
public sealed class BindNode : JsonataNode
{
    internal BindNode(string name, JsonataNode value)
    {
        Name = name;
        Value = value;
    }

    /// <summary>The name without its <c>$</c>.</summary>
    public string Name { get; }

    /// <summary>The value.</summary>
    public JsonataNode Value { get; }
}
