using Compiled.Generator.Emit.Expressions;
using Compiled.Language.Binding;
using Compiled.Language.Expressions;

namespace Compiled.Generator.Emit.States;

/// <summary>Pass: input, or Parameters, or Result, merged by ResultPath. FEATURES L-040, L-220.</summary>
internal static class PassEmitter
{
    public static void Emit(FlowEmitter flow, PassState state)
    {
        flow.Enter(state);
        string result = flow.Input(state);
        if (flow.Data.TryMake(state, result))
            return;
        // AWS evaluates Parameters even where Result replaces what they give, so a path that isn't there still fails.
        if (state.Parameters is { } parameters)
        {
            // Straight into data where nothing else goes there: a copy by way of another local costs as much as building the value.
            string target = state.Result is null && state.ResultPath.IsDefault ? "data" : "result";
            flow.Evaluate(state, "Parameters", parameters, target, result, "return Fail(fault);");
            result = target;
        }
        if (state.Result is { } literal)
        {
            flow.Quote(state, "Result");
            result = flow.Tables.Literals.Of(literal.ToCompactJson());
            flow.Inspection.Saw("Result", result);
        }
        else
            flow.Inspection.Saw("AfterParameters", result);
        AssignEmitter.Emit(flow, state, "Assign", state.Assign, result, "return Fail(fault);");
        if (!state.ResultPath.IsDefault)
            flow.Quote(state, "ResultPath");
        bool built = !state.ResultPath.IsNull && (state.Parameters is not null || state.Result is not null || !state.ResultPath.IsDefault
            || state.InputPath.Path is { Root: PathRoot.Context } or { IsDefinite: false });
        flow.MergeAndLeave(state, state.ResultPath, result, built);
    }
}
