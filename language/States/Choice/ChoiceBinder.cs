using Compiled.Language.Definition;
using Compiled.Language.Faults;
using Compiled.Language.Json;

namespace Compiled.Language.Binding;

/// <summary>Binds a Choice. FEATURES A10.</summary>
internal static class ChoiceBinder
{
    public static void Bind(StateScope scope, ChoiceState state)
    {
        state.Rules = [.. scope.Objects(scope.Fields, "Choices").Select(node => BindRule(scope, node))];
        state.Default = scope.Target(scope.Fields, "Default");
    }

    private static ChoiceRule BindRule(StateScope scope, ObjectNode node)
    {
        FieldSet fields = scope.Read(node, Place.Rule);
        Condition? condition = scope.Language == QueryLanguage.Jsonata
            ? BindJsonata(fields)
            : ConditionBinder.Bind(scope, fields);
        // A rule without a condition has been reported, and the machine will not be handed out.
        return new ChoiceRule(condition!, node)
        {
            Next = scope.Target(fields, "Next")!,
            Assign = AssignmentBinder.Bind(scope, fields),
            Output = fields.Template("Output"),
            Comment = fields.Text("Comment"),
        };
    }

    private static JsonataCondition? BindJsonata(FieldSet fields)
    {
        Expressions.JsonataText? expression = fields.Expression("Condition");
        // What a placeholder stands for is not known; the fault on it says so, and the rule never holds meanwhile.
        bool? constant = fields.IsPlaceholder("Condition") ? false : fields.Boolean("Condition");
        return expression is null && constant is null
            ? null
            : new JsonataCondition(expression, constant, fields.Node["Condition"]!);
    }
}
