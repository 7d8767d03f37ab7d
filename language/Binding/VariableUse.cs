using Compiled.Language.Expressions;

namespace Compiled.Language.Binding;

/// <summary>Whether a state sets or reads variables. FEATURES L-070, L-076.</summary>
internal static class VariableUse
{
    /// <summary>
    /// Whether the state assigns a variable or one of its paths reads one. In a JSONata state only Assign counts: its expressions are
    /// not parsed here, and what they read some state of the machine must assign.
    /// </summary>
    public static bool In(State state) => state.Assign is not null || Paths(state).Any(Reads) || Templates(state).Any(Reads) || InParts(state);

    private static bool InParts(State state) => state switch
    {
        ChoiceState choice => choice.Rules.Any(rule => rule.Assign is not null || Reads(rule.Condition)),
        WorkState work => work.Catch.Any(catcher => catcher.Assign is not null),
        _ => false,
    };

    private static IEnumerable<PathExpression?> Paths(State state)
    {
        IEnumerable<PathExpression?> common = [state.InputPath.Path, state.OutputPath.Path];
        return state switch
        {
            TaskState task => common.Concat([task.TimeoutSecondsPath, task.HeartbeatSecondsPath]),
            WaitState wait => common.Concat([wait.SecondsPath, wait.TimestampPath]),
            MapState map => common.Concat([map.ItemsPath, map.MaxConcurrencyPath, map.ToleratedFailureCountPath, map.ToleratedFailurePercentagePath]),
            _ => common,
        };
    }

    private static IEnumerable<Template?> Templates(State state) => state switch
    {
        TaskState task => [task.Parameters, task.ResultSelector, task.Credentials],
        PassState pass => [pass.Parameters],
        FailState fail => [fail.ErrorPath, fail.CausePath],
        ParallelState parallel => [parallel.Parameters, parallel.ResultSelector],
        MapState map => [map.ItemSelector, map.ResultSelector],
        _ => [],
    };

    private static bool Reads(Template? template) => template switch
    {
        PathTemplate path => Reads(path.Path),
        IntrinsicTemplate intrinsic => intrinsic.Call.Paths.Any(Reads),
        ObjectTemplate made => made.Members.Any(member => Reads(member.Value)),
        ArrayTemplate made => made.Items.Any(Reads),
        _ => false,
    };

    private static bool Reads(Condition condition) => condition switch
    {
        AndCondition and => and.Parts.Any(Reads),
        OrCondition or => or.Parts.Any(Reads),
        NotCondition not => Reads(not.Inner),
        ComparisonCondition comparison => Reads(comparison.Variable) || Reads(comparison.Path),
        _ => false,
    };

    private static bool Reads(PathExpression? path) => path is not null && (path.Root == PathRoot.Variable || path.Steps.Any(Reads));

    private static bool Reads(PathStep step) => step switch
    {
        FilterStep filter => Reads(filter.Filter),
        DescendantStep descendant => Reads(descendant.Inner),
        FunctionStep function => function.Arguments.Any(Reads),
        _ => false,
    };

    private static bool Reads(FilterExpression filter) => filter switch
    {
        FilterAnd and => Reads(and.Left) || Reads(and.Right),
        FilterOr or => Reads(or.Left) || Reads(or.Right),
        FilterNot not => Reads(not.Inner),
        FilterExists exists => Reads(exists.Path),
        FilterComparison comparison => Reads(comparison.Left) || Reads(comparison.Right),
        _ => false,
    };

    private static bool Reads(FilterOperand operand) => operand is FilterPath path && Reads(path.Path);
}
