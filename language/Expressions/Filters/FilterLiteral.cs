using Compiled.Language.Json;

namespace Compiled.Language.Expressions;

/// <summary>A constant. Words without quotes are strings: <c>@.Name==Receipt</c>.</summary>
public sealed class FilterLiteral : FilterOperand
{
    internal FilterLiteral(JsonNode value) => Value = value;

    /// <summary>The value; its span counts in the expression's text.</summary>
    public JsonNode Value { get; }
}
