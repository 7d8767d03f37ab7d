using Compiled.Language.Binding;
using Compiled.Language.Faults;
using Compiled.Language.Json;

namespace Compiled.Rules;

/// <summary>A branch or item processor of which every way ends in a Fail, so that what follows its state is dead. RULES.md, branch-always-fails.</summary>
public sealed class AlwaysFails : Rule
{
    /// <inheritdoc/>
    public override void Check(Machine machine, Action<Fault> report)
    {
        bool[] succeeds = new bool[machine.Flows.Count];
        // Inner flows stand after the flow around them, so from the end each is known before it is asked for.
        for (int i = machine.Flows.Count - 1; i >= 0; i--)
            succeeds[i] = MaySucceed(machine.Flows[i], succeeds);
        foreach (Flow flow in machine.Flows.Where(flow => flow.Owner is { IsReachable: true } && !succeeds[flow.Index]))
        {
            if (Source(flow) is { } source && !IsMeant(flow.Owner!))
                report(FlowFaults.AlwaysFails.AtField(source, "StartAt", Message(flow)));
        }
    }

    private static string Message(Flow flow) => flow.Owner is MapState map
        ? $"Every way from '{flow.Start.Name}' ends in a Fail, so each item fails Map '{map.Name}'"
        : $"Every way from '{flow.Start.Name}' ends in a Fail, so this branch always fails '{flow.Owner!.Name}'";

    private static ObjectNode? Source(Flow flow) => flow.Owner switch
    {
        ParallelState parallel => (parallel.Source["Branches"] as ArrayNode)?.Items[flow.BranchIndex] as ObjectNode,
        MapState map => (map.Source["ItemProcessor"] ?? map.Source["Iterator"]) as ObjectNode,
        _ => null,
    };

    // Where failures are caught or tolerated, a Fail may be the signal that ends the state early.
    private static bool IsMeant(State owner) =>
        owner is WorkState { Catch.Count: > 0 } || owner.Source.Members.Any(member => member.Name.StartsWith("ToleratedFailure", StringComparison.Ordinal));

    private static bool MaySucceed(Flow flow, bool[] succeeds)
    {
        var seen = new HashSet<State> { flow.Start };
        var open = new Stack<State>(seen);
        while (open.Count > 0)
        {
            State state = open.Pop();
            bool passes = state is not FailState && !(state is ParallelState parallel && parallel.Branches.Any(branch => !succeeds[branch.Index]));
            if (passes && state.IsTerminal)
                return true;
            IEnumerable<State> next = passes ? state.Successors : state is WorkState work ? work.Catch.Select(catcher => catcher.Next) : [];
            foreach (State successor in next.Where(seen.Add))
                open.Push(successor);
        }
        return false;
    }
}
