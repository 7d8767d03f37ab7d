using Compiled.Language.Binding;
using Compiled.Language.Expressions;
using Compiled.Language.Faults;

namespace Compiled.Rules;

/// <summary>Retry or Catch on a Parallel or Map of which neither the flows inside nor its own fields can fail. RULES.md, dead-catch.</summary>
public sealed class DeadCatch : Rule
{
    /// <inheritdoc/>
    public override void Check(Machine machine, Action<Fault> report)
    {
        bool[] fails = new bool[machine.Flows.Count];
        // Inner flows stand after the flow around them, so from the end each is known before it is asked for.
        for (int i = machine.Flows.Count - 1; i >= 0; i--)
            fails[i] = machine.Flows[i].States.Any(state => MayFail(state, fails));
        foreach (WorkState state in machine.States.OfType<WorkState>().Where(state => state is not TaskState && !MayFail(state, fails)))
        {
            foreach (string field in new[] { "Retry", "Catch" }.Where(field => field == "Retry" ? state.Retry.Count > 0 : state.Catch.Count > 0))
                report(ErrorFaults.DeadCatch.AtFieldName(state.Source, field, $"'{field}' of '{state.Name}' never acts; nothing in the {state.Type} can fail"));
        }
    }

    // What ends in States.Runtime is no failure that Retry or Catch would see: a missing path, items that are no array.
    private static bool MayFail(State state, bool[] fails)
    {
        if (state.QueryLanguage == QueryLanguage.Jsonata)
            return state is TaskState or FailState || !IsConstant(state) || Inner(state).Any(flow => fails[flow.Index]);
        return state switch
        {
            TaskState or FailState => true,
            ChoiceState choice => choice.Default is null,
            PassState pass => Evaluates(pass.Parameters) || !IsSafe(pass.ResultPath) || Evaluates(pass.Assign),
            ParallelState parallel => MayFailAround(parallel, parallel.Parameters) || Inner(state).Any(flow => fails[flow.Index]),
            MapState { IsDistributed: true } => true,
            MapState map => MayFailAround(map, map.ItemSelector) || map.Processor is null || fails[map.Processor.Index],
            _ => Evaluates(state.Assign),
        };
    }

    private static bool MayFailAround(WorkState state, Template? input) =>
        Evaluates(input) || Evaluates(state.ResultSelector) || !IsSafe(state.ResultPath) || Evaluates(state.Assign);

    private static bool IsConstant(State state) =>
        state is ParallelState or MapState { Items: null or LiteralTemplate } or PassState or SucceedState
        && state.Source["Arguments"] is null && state.Source["Output"] is null && state.Assign is null && state.Source["ItemSelector"] is null;

    private static IEnumerable<Flow> Inner(State state) => state switch
    {
        ParallelState parallel => parallel.Branches,
        MapState map => [map.Processor],
        _ => [],
    };

    private static bool IsSafe(DataPath path) => path.IsNull || path.IsDefault;

    private static bool Evaluates(Template? template) => template is not (null or LiteralTemplate);

    private static bool Evaluates(Assignment? assignment) => assignment is not null && assignment.Variables.Any(variable => Evaluates(variable.Value));
}
