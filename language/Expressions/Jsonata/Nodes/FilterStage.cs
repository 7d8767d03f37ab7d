namespace Compiled.Language.Expressions.Jsonata;

/// <summary><c>[...]</c>: keeps the item at an index, or those for which the expression holds.</summary>
public sealed class FilterStage : JsonataStage
{
    internal FilterStage(JsonataNode expression, int position)
        : base(position) => Expression = expression;

    /// <summary>A number is an index (negative from the end), an array of numbers several; else its truth counts.</summary>
    public JsonataNode Expression { get; }
}
