namespace Compiled.Language.Expressions.Jsonata;

/// <summary><c>true</c> or <c>false</c>.</summary>
public sealed class BooleanLiteral : JsonataNode
{
    internal BooleanLiteral(bool value) => Value = value;

    /// <summary>The value.</summary>
    public bool Value { get; }
}
