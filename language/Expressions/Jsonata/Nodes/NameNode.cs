namespace Compiled.Language.Expressions.Jsonata;

/// <summary>A field name; stands only as a step of a path, also alone.</summary>
public sealed class NameNode : JsonataNode
{
    internal NameNode(string name) => Name = name;

    /// <summary>The name; backticks or quotes around it left out.</summary>
    public string Name { get; }
}
