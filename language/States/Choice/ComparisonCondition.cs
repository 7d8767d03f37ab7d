using Compiled.Language.Expressions;
using Compiled.Language.Json;

namespace Compiled.Language.Binding;

/// <summary>Holds when the operator holds between the variable's value and the operand. FEATURES L-237 to L-243.</summary>
public sealed class ComparisonCondition : Condition
{
    internal ComparisonCondition(PathExpression variable, ComparisonOperator @operator, JsonNode? literal, PathExpression? path, JsonNode source)
        : base(source)
    {
        Variable = variable;
        Operator = @operator;
        Literal = literal;
        Path = path;
    }

    /// <summary>Where the value on the left is read from.</summary>
    public PathExpression Variable { get; }

    /// <summary>The operator, without regard to whether its operand is a literal or a path.</summary>
    public ComparisonOperator Operator { get; }

    /// <summary>The operand as written; null when <see cref="Path"/> gives it. For <c>Is...</c> a boolean, the outcome expected.</summary>
    public JsonNode? Literal { get; }

    /// <summary>Where the operand is read from (the <c>...Path</c> operators); null when it is a literal.</summary>
    public PathExpression? Path { get; }
}
