using Compiled.Generator.Emit.Expressions;
using Compiled.Language.Binding;

namespace Compiled.Generator.Emit.States;

/// <summary>
/// What Task, Parallel and Map do with their result: ResultSelector on the raw result, ResultPath into the raw input,
/// OutputPath, and the failures' part below. FEATURES L-030.
/// </summary>
internal static class WorkResult
{
    public static void Emit(FlowEmitter flow, WorkState state, FailureEmitter failures)
    {
        CodeWriter code = flow.Code;
        flow.Resume(state, failures.Retries);
        code.Line("fault = result.AsFault;");
        code.If("fault is not null", failures.Raise);
        if (state is TaskState)
            flow.Inspection.Saw("Result", "result");
        string raw = "result";
        if (state.ResultSelector is { } selector)
        {
            // Assign sees the raw result, the selector the variables from before: it goes first, so that nothing is assigned where it fails.
            if (state.Assign is not null)
                code.Line($"{raw = "input"} = result;");
            flow.Evaluate(state, "ResultSelector", selector, "result", "result", failures.Raise);
        }
        AssignEmitter.Emit(flow, state, "Assign", state.Assign, raw, failures.Raise);
        if (!state.ResultPath.IsDefault)
            flow.Quote(state, "ResultPath");
        bool built = !state.ResultPath.IsNull && (state is not TaskState || state.ResultSelector is not null || !state.ResultPath.IsDefault);
        flow.MergeAndLeave(state, state.ResultPath, "result", built);
        failures.Emit();
    }
}
