using Compiled.Language.Expressions;

namespace Compiled.Language.Binding;

/// <summary>What one state makes of its data.</summary>
/// <param name="enter">Finds the shapes of a flow inside the state for an input.</param>
internal sealed class StateShapes(Func<Flow, Shape, FlowShapes> enter)
{
    private static readonly Shape s_caught = Shape.Object(
    [
        new ShapeMember("Error", Shape.Of(IntrinsicKinds.String | IntrinsicKinds.Null)),
        new ShapeMember("Cause", Shape.Of(IntrinsicKinds.String | IntrinsicKinds.Null)),
    ]);

    /// <summary>The states that a state's output goes to.</summary>
    public static IEnumerable<State> Following(State state) => state switch
    {
        ChoiceState choice => choice.Rules.Select(rule => rule.Next).Concat(choice.Default is null ? [] : [choice.Default]),
        { Next: { } next } => [next],
        _ => [],
    };

    public static IReadOnlyList<Catcher> Catchers(State state) => state is WorkState work ? work.Catch : [];

    /// <summary>The data with which a catcher goes on.</summary>
    public static Shape Caught(Catcher catcher, Shape entry) =>
        catcher.Output is not null ? Shape.Unknown : ExpressionShapes.Merge(entry, catcher.ResultPath, s_caught);

    /// <summary>The data with which the state goes on when it succeeds.</summary>
    public Shape OutputOf(State state, Shape entry)
    {
        Shape input = Through(state.InputPath, entry);
        Shape result = state.QueryLanguage == QueryLanguage.JsonPath ? OutputOfPaths(state, entry, input) : OutputOfJsonata(state, entry);
        return Through(state.OutputPath, result);
    }

    private Shape OutputOfPaths(State state, Shape entry, Shape input)
    {
        switch (state)
        {
            case PassState pass:
                Shape made = pass.Result is { } literal ? ExpressionShapes.Of(literal) : Made(pass.Parameters, input);
                return ExpressionShapes.Merge(entry, pass.ResultPath, made);
            case WorkState work:
                Shape raw = RawResult(work, input);
                return ExpressionShapes.Merge(entry, work.ResultPath, Made(work.ResultSelector, raw));
            default:
                return input;
        }
    }

    // What an expression gives is not known; without one the input, or the raw result, goes on.
    private Shape OutputOfJsonata(State state, Shape entry)
    {
        if (state is WorkState work)
        {
            Shape raw = RawResult(work, entry);
            return work.Output is null ? raw : Shape.Unknown;
        }
        bool isMade = state.Output is not null || (state is ChoiceState choice && choice.Rules.Any(rule => rule.Output is not null));
        return isMade ? Shape.Unknown : entry;
    }

    private Shape RawResult(WorkState work, Shape input)
    {
        bool isJsonata = work.QueryLanguage != QueryLanguage.JsonPath;
        switch (work)
        {
            case ParallelState parallel:
                Shape given = isJsonata ? (parallel.Arguments is null ? input : Shape.Unknown) : Made(parallel.Parameters, input);
                return Shape.Array(parallel.Branches.Select(branch => enter(branch, given).Output).Aggregate((a, b) => a.Join(b)).Present());
            case MapState map:
                Shape outputs = enter(map.Processor, isJsonata ? Shape.Unknown : ItemInput(map, input)).Output.Present();
                return map.IsDistributed ? Shape.Unknown : Shape.Array(outputs);
            default:
                return Shape.Unknown;
        }
    }

    private static Shape ItemInput(MapState map, Shape input)
    {
        if (map.IsDistributed)
            return Shape.Unknown;
        if (map.ItemSelector is { } selector)
            return ExpressionShapes.Of(selector, input);
        Shape items = map.ItemsPath is null ? input : ExpressionShapes.Of(map.ItemsPath, input);
        return (items.Item ?? Shape.Unknown).Present();
    }

    private static Shape Made(Template? template, Shape input) => template is null ? input : ExpressionShapes.Of(template, input);

    private static Shape Through(DataPath path, Shape data) =>
        path.IsNull ? Shape.Object([]) : path.IsDefault ? data : ExpressionShapes.Of(path.Path!, data).Present();
}
