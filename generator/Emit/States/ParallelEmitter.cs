using Compiled.Language.Binding;

namespace Compiled.Generator.Emit.States;

/// <summary>Parallel: every branch gets the same input; the result is the array of their outputs. FEATURES L-270..L-277.</summary>
internal static class ParallelEmitter
{
    public static void Emit(FlowEmitter flow, ParallelState state)
    {
        var failures = new FailureEmitter(flow, state);
        flow.EnterWork(state);
        failures.BeginAttempts();
        string input = flow.Input(state);
        if (state.Parameters is { } parameters)
        {
            flow.Evaluate(state, "Parameters", parameters, "result", input, failures.Raise);
            input = "result";
        }
        if (!flow.InPlace.TryRun(state, input))
        {
            flow.Code.Line("Data = data;").Line($"Position = {FlowEmitter.SignalledPosition(state)};");
            flow.Code.Line($"return {flow.Inspection.Start($"StartParallel({state.Index}, {state.Branches.Count}, {input})")};");
        }
        WorkResult.Emit(flow, state, failures);
    }
}
