namespace Compiled.Language.Expressions.Jsonata;

/// <summary>A number, a minus before it included.</summary>
public sealed class NumberLiteral : JsonataNode
{
    internal NumberLiteral(double value) => Value = value;

    /// <summary>The value; always finite.</summary>
    public double Value { get; }
}
