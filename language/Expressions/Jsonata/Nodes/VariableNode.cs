namespace Compiled.Language.Expressions.Jsonata;

/// <summary><c>$name</c>, <c>$</c> (the context item) or <c>$$</c> (the input of the whole expression).</summary>
public sealed class VariableNode : JsonataNode
{
    internal VariableNode(string name) => Name = name;

    /// <summary>The name without its first <c>$</c>: empty for the context, <c>$</c> for the input.</summary>
    public string Name { get; }

    /// <summary>Whether it is <c>$</c>, the context item.</summary>
    public bool IsContext => Name.Length == 0;

    /// <summary>Whether it is <c>$$</c>, the input.</summary>
    public bool IsRoot => Name == "$";
}
