using Compiled.Language.Expressions;
using Compiled.Language.Expressions.Jsonata;

namespace Compiled.Language.Binding;

/// <summary>The variables that a state reads, as <c>DescribeStateMachine</c> lists them. FEATURES L-076, L-082.</summary>
public static class VariableReferences
{
    /// <summary>The names, each once, in ordinal order; not <c>states</c>, which is no variable, nor what states inside the state read.</summary>
    public static IReadOnlyList<string> Of(State state) =>
        [.. Paths(state).OfType<PathExpression>().SelectMany(PathVariables.Of)
            .Concat(Templates(state).OfType<Template>().SelectMany(template => Of(template, state)))
            .Concat(Texts(state).OfType<JsonataText>().SelectMany(text => Of(text, state)))
            .Concat(state is MapState map ? map.SettingValues.SelectMany(value => Of(value, state)) : [])
            .Distinct().OrderBy(name => name, StringComparer.Ordinal)];

    private static IEnumerable<PathExpression?> Paths(State state)
    {
        IEnumerable<PathExpression?> common = [state.InputPath.Path, state.OutputPath.Path];
        return state switch
        {
            TaskState task => common.Concat([task.TimeoutSecondsPath, task.HeartbeatSecondsPath]),
            WaitState wait => common.Concat([wait.SecondsPath, wait.TimestampPath]),
            MapState map => common.Concat([map.ItemsPath, map.MaxConcurrencyPath, map.ToleratedFailureCountPath, map.ToleratedFailurePercentagePath]),
            ChoiceState choice => common.Concat(choice.Rules.SelectMany(rule => Of(rule.Condition))),
            _ => common,
        };
    }

    private static IEnumerable<Template?> Templates(State state)
    {
        IEnumerable<Template?> common = [state.Output, .. VariableScopes.Assignments(state).SelectMany(assignment => assignment.Variables).Select(variable => variable.Value)];
        IEnumerable<Template?> work = state is WorkState { Catch: var catchers } worker ? catchers.Select(catcher => catcher.Output).Append(worker.ResultSelector) : [];
        return common.Concat(work).Concat(state switch
        {
            TaskState task => [task.Parameters, task.Arguments, task.Credentials],
            PassState pass => [pass.Parameters],
            FailState fail => [fail.ErrorPath, fail.CausePath],
            ParallelState parallel => [parallel.Parameters, parallel.Arguments],
            MapState map => [map.ItemSelector, map.Items],
            ChoiceState choice => choice.Rules.Select(rule => rule.Output),
            _ => [],
        });
    }

    private static IEnumerable<JsonataText?> Texts(State state) => state switch
    {
        TaskState task => [task.TimeoutSecondsExpression, task.HeartbeatSecondsExpression],
        WaitState wait => [wait.SecondsExpression, wait.TimestampExpression],
        FailState fail => [fail.ErrorExpression, fail.CauseExpression],
        MapState map => [map.MaxConcurrencyExpression, map.ToleratedFailureCountExpression, map.ToleratedFailurePercentageExpression],
        ChoiceState choice => choice.Rules.Select(rule => (rule.Condition as JsonataCondition)?.Expression),
        _ => [],
    };

    private static IEnumerable<string> Of(object value, State state) => value switch
    {
        PathExpression path => PathVariables.Of(path),
        JsonataText text => Of(text, state),
        Template template => Of(template, state),
        _ => [],
    };

    // A name that no scope assigns is still a variable, unless it is a function or the expression binds it.
    private static IEnumerable<string> Of(JsonataText text, State state) =>
        from reference in text.Parsed.Usage.References
        where reference.Name != "states"
        where state.Flow.ScopeOf(reference.Name) is not null
            || !(reference.IsPerhapsLocal || reference.Call is not null || JsonataFunctionTable.Find(reference.Name, JsonataDialect.StepFunctions) is not null)
        select reference.Name;

    private static IEnumerable<string> Of(Template template, State state) => template switch
    {
        JsonataTemplate expression => Of(expression.Text, state),
        PathTemplate path => PathVariables.Of(path.Path),
        IntrinsicTemplate intrinsic => intrinsic.Call.Paths.SelectMany(PathVariables.Of),
        ObjectTemplate made => made.Members.SelectMany(member => Of(member.Value, state)),
        ArrayTemplate made => made.Items.SelectMany(item => Of(item, state)),
        _ => [],
    };

    private static IEnumerable<PathExpression?> Of(Condition condition) => condition switch
    {
        AndCondition and => and.Parts.SelectMany(Of),
        OrCondition or => or.Parts.SelectMany(Of),
        NotCondition not => Of(not.Inner),
        ComparisonCondition comparison => [comparison.Variable, comparison.Path],
        _ => [],
    };
}
