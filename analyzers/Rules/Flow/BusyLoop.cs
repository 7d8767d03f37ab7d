using Compiled.Language.Binding;
using Compiled.Language.Faults;

namespace Compiled.Rules;

/// <summary>A loop of Choice and Pass states that change no data, so that each round decides as the one before. RULES.md, busy-loop.</summary>
public sealed class BusyLoop : Rule
{
    /// <inheritdoc/>
    public override void Check(Machine machine, Action<Fault> report)
    {
        foreach (Flow flow in machine.Flows)
        {
            if (!flow.HasLoop)
                continue;
            foreach (IReadOnlyList<State> loop in Loops.Find(flow, state => state.IsReachable && ChangesNothing(state)))
                report(FlowFaults.BusyLoop.At(loop[0], Message([.. loop.Select(state => state.Name)])));
        }
    }

    private static string Message(IReadOnlyList<string> names) => names.Count == 1
        ? $"State '{names[0]}' leads back to itself and changes nothing; a task, a wait or a change of data must stand in a loop"
        : $"{Places.List(names)} form a loop in which nothing happens; a task, a wait or a change of data must stand in it";

    private static bool ChangesNothing(State state)
    {
        if (state.Assign is not null || state.Output is not null || !state.InputPath.IsDefault || !state.OutputPath.IsDefault)
            return false;
        return state switch
        {
            PassState pass => pass.Result is null && pass.Parameters is null && (pass.ResultPath.IsDefault || pass.ResultPath.IsNull),
            ChoiceState choice => choice.Rules.All(rule => rule.Assign is null && rule.Output is null),
            _ => false,
        };
    }
}
