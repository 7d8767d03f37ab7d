using Compiled.Language.Expressions;
using Compiled.Language.Json;

namespace Compiled.Language.Binding;

/// <summary>The <c>Condition</c> of a JSONata rule: an expression or a boolean. FEATURES L-233.</summary>
public sealed class JsonataCondition : Condition
{
    internal JsonataCondition(JsonataText? expression, bool? constant, JsonNode source)
        : base(source)
    {
        Expression = expression;
        Constant = constant;
    }

    /// <summary>The expression, which must give a boolean; null when <see cref="Constant"/> is set.</summary>
    public JsonataText? Expression { get; }

    /// <summary>The boolean written in place of an expression.</summary>
    public bool? Constant { get; }
}
