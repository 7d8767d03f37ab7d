using Compiled.Language.Binding;
using Compiled.Language.Faults;
using Compiled.Language.Json;

namespace Conformance.Mutants.Mutators;

/// <summary>Breaks JSONata expressions.</summary>
internal static class JsonataMutators
{
    public static IReadOnlyList<Mutator> All { get; } =
    [
        new(ExpressionFaults.JsonataDelimiter, "unclosed", static definition => Expressions(definition).Select(static at => With(at, at.Code, "{% ", ""))),
        new(ExpressionFaults.JsonataDelimiter, "unopened", static definition => Expressions(definition).Select(static at => With(at, at.Code, "", " %}"))),
        new(ExpressionFaults.BadJsonata, "unclosed", static definition => Expressions(definition).Select(static at => With(at, "(" + at.Code))),
        new(ExpressionFaults.BadJsonata, "no operand", static definition => Expressions(definition).Select(static at => With(at, at.Code + " +"))),
        new(ExpressionFaults.JsonataUnqualifiedReference, "bare name", static definition => Reading(definition, "$states.input.").Select(static at => With(at, at.Code.Replace("$states.input.", "", StringComparison.Ordinal)))),
        new(ExpressionFaults.JsonataUnqualifiedReference, "root", static definition => Reading(definition, "$states.input").Select(static at => With(at, at.Code.Replace("$states.input", "$", StringComparison.Ordinal)))),
        new(ExpressionFaults.JsonataBadStatesReference, "misspelt", static definition => Reading(definition, "$states.input").Select(static at => With(at, at.Code.Replace("$states.input", "$states.inputs", StringComparison.Ordinal)))),
        new(ExpressionFaults.JsonataBadStatesReference, "result", static definition => Reading(definition, "$states.input").Where(static at => at.State is ChoiceState or WaitState or PassState)
            .Select(static at => With(at, at.Code.Replace("$states.input", "$states.result", StringComparison.Ordinal)))),
        new(ExpressionFaults.JsonataBadStatesReference, "errorOutput", static definition => Reading(definition, "$states.input").Where(static at => at.State is ChoiceState or WaitState or PassState)
            .Select(static at => With(at, at.Code.Replace("$states.input", "$states.errorOutput", StringComparison.Ordinal)))),
        new(ExpressionFaults.JsonataUnknownFunction, "misspelt", static definition => Expressions(definition).Select(static at => With(at, $"$strin({at.Code})"))),
        new(ExpressionFaults.JsonataUnknownFunction, "eval", static definition => Expressions(definition).Select(static at => With(at, $"$eval({at.Code})"))),
        new(ExpressionFaults.JsonataBadArgument, "count", static definition => Expressions(definition).Select(static at => With(at, $"$contains({at.Code}, 'a', 'b')"))),
        new(ExpressionFaults.JsonataBadArgument, "type", static definition => Expressions(definition).Select(static at => With(at, "$uppercase(5)"))),
        new(ExpressionFaults.JsonataAlwaysFails, "text in arithmetic", static definition => Expressions(definition).Select(static at => With(at, "1 + 'a'"))),
        new(ExpressionFaults.JsonataAlwaysFails, "order of both", static definition => Expressions(definition).Select(static at => With(at, "1 < 'a'"))),
        new(ExpressionFaults.JsonataTypeMismatch, "Condition", static definition => Of(definition, "Condition").Select(static at => With(at, "'yes'"))),
        new(ExpressionFaults.JsonataTypeMismatch, "text for number", static definition => definition.Machine.JsonataStates.OfType<TaskState>().Where(static task => task.Source["TimeoutSeconds"] is null)
            .Select(static task => new Mutation(task.Source.Pointer, Edit.Add(task.Source, "\"TimeoutSeconds\":\"{% '5' & '0' %}\"")))),
        new(MapFaults.ItemsNotArray, "expression", static definition => Of(definition, "Items").Select(static at => With(at, "$string($states.input)"))),
        new(ExpressionFaults.JsonPathInJsonataText, "path", static definition => Expressions(definition).Where(static at => at.Member.Name is not ("Condition" or "Seconds" or "Items" or "Timestamp" or "MaxConcurrency" or "Arguments"))
            .Select(static at => With(at, "$.order.id", "", ""))),
        new(ExpressionFaults.JsonPathInJsonataText, "key", static definition => Expressions(definition).Where(static at => at.Holder.Parent is ObjectNode && at.Holder != at.State.Source && !IsFields(at.State, at.Holder))
            .Select(static at => new Mutation(at.State.Source.Pointer, Edit.Rename(at.Member, at.Member.Name + ".$")))),
        new(DataFaults.UnknownContextField, "in an expression", static definition => Expressions(definition).Select(static at => With(at, "$states.context.Execution.Ids"))),
        new(NameFaults.UndefinedVariable, "in an expression", static definition => Expressions(definition).Select(static at => With(at, "$mutant"))),
    ];

    private sealed record Place(State State, ObjectNode Holder, JsonMember Member)
    {
        /// <summary>The expression without its delimiters.</summary>
        public string Code => Member.Text()[2..^2].Trim();
    }

    private static IEnumerable<Place> Expressions(SoundDefinition definition) => definition.Machine.JsonataStates
        .SelectMany(static state => Written.Texts(state).Select(at => new Place(state, at.Holder, at.Member)))
        .Where(static at => at.Member.Text().StartsWith("{%", StringComparison.Ordinal) && at.Member.Text().EndsWith("%}", StringComparison.Ordinal));

    private static IEnumerable<Place> Reading(SoundDefinition definition, string text) => Expressions(definition).Where(at => at.Code.Contains(text, StringComparison.Ordinal));

    private static IEnumerable<Place> Of(SoundDefinition definition, params string[] fields) => Expressions(definition).Where(at => fields.Contains(at.Member.Name) && (at.Holder == at.State.Source || at.State is ChoiceState));

    private static Mutation With(Place at, string code, string before = "{% ", string behind = " %}") => ExpressionMutators.With(at.State, at.Member, before + code + behind);

    // Rules, catchers and assignments hold names that are not data.
    private static bool IsFields(State state, ObjectNode holder) =>
        VariableScopes.Assignments(state).Any(assignment => assignment.Source == holder) || (state is ChoiceState choice && choice.Rules.Any(rule => rule.Source == holder)) || (state is WorkState work && work.Catch.Any(catcher => catcher.Source == holder));
}
