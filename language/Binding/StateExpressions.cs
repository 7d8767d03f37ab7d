using Compiled.Language.Expressions;
using Compiled.Language.Expressions.Jsonata;

namespace Compiled.Language.Binding;

/// <summary>The expressions in a state's own fields, those in templates included; not those of states inside it.</summary>
public static class StateExpressions
{
    /// <summary>Every reference path and JSONPath, the arguments of intrinsic functions among them.</summary>
    public static IEnumerable<PathExpression> Paths(State state) => PathsOfFields(state).OfType<PathExpression>().Concat(Values(state).SelectMany(PathsIn));

    /// <summary>Every JSONata expression.</summary>
    public static IEnumerable<JsonataText> Texts(State state) => TextsOfFields(state).OfType<JsonataText>().Concat(Values(state).SelectMany(TextsIn));

    private static IEnumerable<object> Values(State state) => Templates(state).OfType<Template>().Concat(state is MapState map ? map.SettingValues : []);

    private static IEnumerable<PathExpression?> PathsOfFields(State state)
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

    private static IEnumerable<JsonataText?> TextsOfFields(State state) => state switch
    {
        TaskState task => [task.TimeoutSecondsExpression, task.HeartbeatSecondsExpression],
        WaitState wait => [wait.SecondsExpression, wait.TimestampExpression],
        FailState fail => [fail.ErrorExpression, fail.CauseExpression],
        MapState map => [map.MaxConcurrencyExpression, map.ToleratedFailureCountExpression, map.ToleratedFailurePercentageExpression],
        ChoiceState choice => choice.Rules.Select(rule => (rule.Condition as JsonataCondition)?.Expression),
        _ => [],
    };

    private static IEnumerable<PathExpression> PathsIn(object value) => value switch
    {
        PathExpression path => [path],
        PathTemplate path => [path.Path],
        IntrinsicTemplate intrinsic => intrinsic.Call.Paths,
        ObjectTemplate made => made.Members.SelectMany(member => PathsIn(member.Value)),
        ArrayTemplate made => made.Items.SelectMany(PathsIn),
        _ => [],
    };

    private static IEnumerable<JsonataText> TextsIn(object value) => value switch
    {
        JsonataText text => [text],
        JsonataTemplate expression => [expression.Text],
        ObjectTemplate made => made.Members.SelectMany(member => TextsIn(member.Value)),
        ArrayTemplate made => made.Items.SelectMany(TextsIn),
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
