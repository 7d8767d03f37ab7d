using Compiled.Graph;
using Compiled.History;
using Compiled.Language.Binding;

namespace OrderFulfillment;

/// <summary>Reads an execution's history: the states it went through, a line for each event, and its path drawn into the graph.</summary>
internal static class ExecutionPath
{
    /// <summary>The names of the states in the order in which they were entered.</summary>
    public static IEnumerable<string> Of(IEnumerable<HistoryEvent> history) => history.Where(IsEntry).Select(entered => entered.StateName!);

    public static IEnumerable<string> Lines(IEnumerable<HistoryEvent> history) => history.Select(recorded =>
        $"{recorded.Id,3} < {recorded.PreviousEventId,-3} {recorded.Type} {recorded.StateName ?? recorded.Error}".TrimEnd());

    /// <summary>The definition's graph as SVG, with the states of this execution coloured by how they ended.</summary>
    public static string Graph(IReadOnlyList<HistoryEvent> history)
    {
        Machine machine = MachineBinder.Bind(OrderWorkflow.Definition.Definition).Machine!;
        Dictionary<int, HistoryEvent> byId = history.ToDictionary(recorded => recorded.Id);
        var outcomes = Of(history).Distinct().ToDictionary(name => name, _ => StateOutcome.Succeeded);
        var transitions = new HashSet<(string From, string To)>();
        foreach (HistoryEvent recorded in history)
        {
            if (recorded.Type == HistoryEventType.FailStateEntered)
                outcomes[recorded.StateName!] = StateOutcome.Failed;
            if (!byId.TryGetValue(recorded.PreviousEventId, out HistoryEvent previous))
                continue;
            if (IsExit(recorded) && previous.Type.ToString().EndsWith("Failed", StringComparison.Ordinal))
                outcomes[recorded.StateName!] = StateOutcome.Caught;
            if (IsEntry(recorded) && IsExit(previous))
                transitions.Add((previous.StateName!, recorded.StateName!));
        }
        return SvgWriter.Write(MachineGraph.From(machine, "Order"), new SvgOptions { Visited = outcomes, Transitions = transitions });
    }

    private static bool IsExit(HistoryEvent recorded) => recorded.Type.ToString().EndsWith("StateExited", StringComparison.Ordinal);

    private static bool IsEntry(HistoryEvent recorded) => recorded.Type.ToString().EndsWith("StateEntered", StringComparison.Ordinal);
}
