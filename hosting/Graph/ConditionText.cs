using Compiled.Language.Binding;
using Compiled.Language.Json;

namespace Compiled.Graph;

/// <summary>A choice rule's condition in one short line, as a person would write it: <c>$.total &gt; 100 and $.vip is present</c>.</summary>
public static class ConditionText
{
    // How tightly a form binds; a part that binds less tightly than its surroundings stands in parentheses.
    private const int Or = 0;
    private const int And = 1;
    private const int Single = 2;

    /// <summary>
    /// The condition on one line, whole, however long. JSONPath comparisons read <c>path operator value</c> with texts in double
    /// quotes; type tests read <c>is present</c>, <c>is not null</c>; a JSONata condition is its expression without <c>{% %}</c>.
    /// </summary>
    public static string Write(Condition condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return Write(condition, Or);
    }

    private static string Write(Condition condition, int surroundings) => condition switch
    {
        AndCondition { Parts: [var only] } => Write(only, surroundings),
        OrCondition { Parts: [var only] } => Write(only, surroundings),
        AndCondition all => Enclose(string.Join(" and ", all.Parts.Select(part => Write(part, And))), surroundings > And),
        OrCondition any => Enclose(string.Join(" or ", any.Parts.Select(part => Write(part, Or))), surroundings > Or),
        NotCondition { Inner: ComparisonCondition comparison } when Negated(comparison) is { } text => text,
        NotCondition not => "not (" + Write(not.Inner, Or) + ")",
        ComparisonCondition comparison => OfComparison(comparison, Sign(comparison.Operator), expected: true),
        JsonataCondition { Expression: { } expression } => OneLine(expression.Expression),
        JsonataCondition { Constant: { } constant } => constant ? "always" : "never",
        _ => "",
    };

    private static string Enclose(string text, bool enclose) => enclose ? "(" + text + ")" : text;

    // 'not' before an equality or a type test is its other sign; before an order it is not, since it also holds for other types.
    private static string? Negated(ComparisonCondition comparison) =>
        KindTested(comparison.Operator) is not null || Sign(comparison.Operator) == "="
            ? OfComparison(comparison, "!=", expected: false)
            : null;

    private static string OfComparison(ComparisonCondition comparison, string sign, bool expected)
    {
        string variable = comparison.Variable.Text;
        if (KindTested(comparison.Operator) is { } kind)
        {
            bool holds = comparison.Literal is not BooleanNode { Value: false };
            return variable + (holds == expected ? " is " : " is not ") + kind;
        }

        return variable + " " + sign + " " + (comparison.Path?.Text ?? comparison.Literal?.ToCompactJson() ?? "");
    }

    private static string? KindTested(ComparisonOperator @operator) => @operator switch
    {
        ComparisonOperator.IsNull => "null",
        ComparisonOperator.IsPresent => "present",
        ComparisonOperator.IsNumeric => "a number",
        ComparisonOperator.IsString => "a text",
        ComparisonOperator.IsBoolean => "a boolean",
        ComparisonOperator.IsTimestamp => "a timestamp",
        _ => null,
    };

    private static string Sign(ComparisonOperator @operator) => @operator switch
    {
        ComparisonOperator.StringMatches => "matches",
        ComparisonOperator.StringLessThan or ComparisonOperator.NumericLessThan or ComparisonOperator.TimestampLessThan => "<",
        ComparisonOperator.StringGreaterThan or ComparisonOperator.NumericGreaterThan or ComparisonOperator.TimestampGreaterThan => ">",
        ComparisonOperator.StringLessThanEquals or ComparisonOperator.NumericLessThanEquals
            or ComparisonOperator.TimestampLessThanEquals => "<=",
        ComparisonOperator.StringGreaterThanEquals or ComparisonOperator.NumericGreaterThanEquals
            or ComparisonOperator.TimestampGreaterThanEquals => ">=",
        _ => "=",
    };

    private static string OneLine(string expression) =>
        string.Join(' ', expression.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
