using Compiled.Language.Expressions;

namespace Compiled.Language.Binding;

/// <summary>What one state makes of its data.</summary>
/// <param name="enter">Finds the shapes of a flow inside the state for an input.</param>
/// <param name="source">What to go by.</param>
internal sealed class StateShapes(Func<Flow, Shape, FlowShapes> enter, ShapeSource source)
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
    public Shape OutputOf(State state, Shape entry) => Through(state.OutputPath, BeforeOutputPath(state, entry, Through(state.InputPath, entry)));

    /// <summary>The data between the state's fields.</summary>
    public StateData DataOf(State state, Shape entry)
    {
        Shape input = Through(state.InputPath, entry);
        return new StateData(entry, input, state is TaskState task ? GivenTo(task, input) : input, state is WorkState work ? RawResult(work, input) : input, BeforeOutputPath(state, entry, input));
    }

    private Shape GivenTo(TaskState task, Shape input)
    {
        if (task.QueryLanguage == QueryLanguage.JsonPath)
            return Made(task.Parameters, input);
        return task.Arguments is null ? input : Made(task.Arguments);
    }

    private Shape BeforeOutputPath(State state, Shape entry, Shape input) =>
        state.QueryLanguage == QueryLanguage.JsonPath ? OutputOfPaths(state, entry, input) : OutputOfJsonata(state, entry);

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
            return work.Output is null ? raw : Made(work.Output);
        }
        if (state is not ChoiceState && state.Output is not null)
            return Made(state.Output);
        bool isMade = state.Output is not null || (state is ChoiceState choice && choice.Rules.Any(rule => rule.Output is not null));
        return isMade ? Shape.Unknown : entry;
    }

    // An expression that gives nothing fails the state, so what is made has all its members.
    private Shape Made(Template output) => source.SupposesAws ? ExpressionShapes.Of(output, Shape.Unknown) : Shape.Unknown;

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
                return map.IsDistributed ? DistributedResult(map, outputs) : Shape.Array(outputs);
            case TaskState task:
                return source.ResultOf(task);
            default:
                return Shape.Unknown;
        }
    }

    // FEATURES L-316: with a place to write to, the output only says where the results are.
    private Shape DistributedResult(MapState map, Shape outputs)
    {
        if (!source.SupposesAws)
            return Shape.Unknown;
        return map.ResultWriter?["Resource"] is null
            ? Shape.Array(outputs)
            : Shape.Object([]).With("MapRunArn", Shape.Of(IntrinsicKinds.String)).With("ResultWriterDetails", Shape.Of(IntrinsicKinds.Object));
    }

    // FEATURES L-312: a batch comes with its items and what all batches have in common.
    private Shape ChildInput(MapState map, Shape input)
    {
        if (!source.SupposesAws)
            return Shape.Unknown;
        if (map.ItemBatcher is not { } batcher)
            return map.ItemSelector is { } selector ? ExpressionShapes.Of(selector, input) : Shape.Unknown;
        Shape items = Shape.Object([]).With("Items", Shape.Of(IntrinsicKinds.Array));
        return batcher["BatchInput"] is null ? items : items.With("BatchInput", Shape.Unknown);
    }

    private Shape ItemInput(MapState map, Shape input)
    {
        if (map.IsDistributed)
            return ChildInput(map, input);
        if (map.ItemSelector is { } selector)
            return ExpressionShapes.Of(selector, input);
        Shape items = map.ItemsPath is null ? input : ExpressionShapes.Of(map.ItemsPath, input);
        return (items.Item ?? Shape.Unknown).Present();
    }

    private static Shape Made(Template? template, Shape input) => template is null ? input : ExpressionShapes.Of(template, input);

    private static Shape Through(DataPath path, Shape data) =>
        path.IsNull ? Shape.Object([]) : path.IsDefault ? data : ExpressionShapes.Of(path.Path!, data).Present();
}
