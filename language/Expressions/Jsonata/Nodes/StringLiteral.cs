namespace Compiled.Language.Expressions.Jsonata;

/// <summary>A string.</summary>
public sealed class StringLiteral : JsonataNode
{
    internal StringLiteral(string value) => Value = value;

    /// <summary>The value, escapes resolved.</summary>
    public string Value { get; }

    internal NameNode ToName() => Replace(new NameNode(Value));
}
