using Compiled.Language.Expressions;

namespace Compiled.Language.Binding;

/// <summary>The variables that a state reads, as <c>DescribeStateMachine</c> lists them. FEATURES L-076, L-082.</summary>
public static class VariableReferences
{
    /// <summary>The names, each once, in ordinal order; not <c>states</c>, which is no variable, nor what states inside the state read.</summary>
    public static IReadOnlyList<string> Of(State state) =>
        [.. Paths(state).OfType<PathExpression>().SelectMany(PathVariables.Of)
            .Concat(Templates(state).OfType<Template>().SelectMany(Of))
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

    private static IEnumerable<string> Of(Template template) => template switch
    {
        PathTemplate path => PathVariables.Of(path.Path),
        IntrinsicTemplate intrinsic => intrinsic.Call.Paths.SelectMany(PathVariables.Of),
        ObjectTemplate made => made.Members.SelectMany(member => Of(member.Value)),
        ArrayTemplate made => made.Items.SelectMany(Of),
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
