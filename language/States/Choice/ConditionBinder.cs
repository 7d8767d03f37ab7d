using Compiled.Language.Definition;
using Compiled.Language.Expressions;
using Compiled.Language.Faults;
using Compiled.Language.Json;

namespace Compiled.Language.Binding;

/// <summary>Binds the condition of a JSONPath rule. FEATURES L-231, L-232.</summary>
internal static class ConditionBinder
{
    /// <summary>The condition; null after a fault.</summary>
    public static Condition? Bind(StateScope scope, FieldSet fields)
    {
        JsonMember[] operators = [.. fields.Node.EffectiveMembers().Where(member => IsOperator(member.Name) && fields.IsWritten(member.Name))];
        if (operators.Length == 0)
        {
            if (!fields.HasOtherLanguage)
                scope.Report(FieldReader.Lacking(
                    FlowFaults.ChoiceMissingOperator, fields.Node, "The rule compares nothing; expected 'And', 'Or', 'Not' or a comparison such as 'StringEquals'"));
            return null;
        }
        for (int i = 1; i < operators.Length; i++)
            scope.Report(FlowFaults.ChoiceMultipleOperators.AtName(
                operators[i], $"The rule has '{operators[0].Name}' and '{operators[i].Name}'; it may have one operator"));
        return operators[0].Name switch
        {
            "And" => new AndCondition(Parts(scope, fields, "And"), fields.Node),
            "Or" => new OrCondition(Parts(scope, fields, "Or"), fields.Node),
            "Not" => fields.Object("Not") is { } inner ? new NotCondition(BindNested(scope, inner)!, fields.Node) : null,
            string name => BindComparison(scope, fields, ComparisonTable.Find(name)!),
        };
    }

    private static bool IsOperator(string name) => name is "And" or "Or" or "Not" || ComparisonTable.Find(name) is not null;

    private static IReadOnlyList<Condition> Parts(StateScope scope, FieldSet fields, string name) =>
        [.. scope.Objects(fields, name).Select(node => BindNested(scope, node)!)];

    private static Condition? BindNested(StateScope scope, ObjectNode node) => Bind(scope, scope.Read(node, Place.NestedRule));

    private static ComparisonCondition? BindComparison(StateScope scope, FieldSet fields, ComparisonRow row)
    {
        if (!fields.IsWritten("Variable"))
            scope.Report(FieldReader.Lacking(FieldFaults.MissingField, fields.Node, $"'Variable' is missing; a rule with '{row.Name}' must have it"));
        PathExpression? variable = fields.Path("Variable");
        PathExpression? path = row.IsPath ? fields.Path(row.Name) : null;
        JsonNode? literal = row.IsPath ? null : fields.Literal(row.Name) ?? PlaceholderLiteral(fields, row);
        return variable is null || (path is null && literal is null)
            ? null
            : new ComparisonCondition(variable, row.Operator, literal, path, fields.Node);
    }

    // A value that only deployment knows: the fault on it says so, and a value of the right type stands in for it.
    private static JsonNode? PlaceholderLiteral(FieldSet fields, ComparisonRow row)
    {
        if (!fields.IsPlaceholder(row.Name))
            return null;
        TextSpan span = fields.Node[row.Name]!.Span;
        return row.OperandKind switch
        {
            FieldKind.Number => new NumberNode("0", span),
            FieldKind.Boolean => new BooleanNode(false, span),
            _ => new StringNode("1970-01-01T00:00:00Z", span),
        };
    }
}
