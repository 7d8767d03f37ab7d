namespace Compiled.Language.Binding;

/// <summary>Completes a machine without errors by what follows from the whole: its graph and what it uses.</summary>
internal static class MachineFacts
{
    /// <summary>Computes the facts.</summary>
    public static void Complete(Machine machine)
    {
        foreach (Flow flow in machine.Flows)
            FlowGraph.Complete(flow);
        machine.Resources = [.. machine.States.OfType<TaskState>().Select(task => task.Resource).Distinct()];
        machine.JsonataStates = [.. machine.States.Where(state => state.QueryLanguage == QueryLanguage.Jsonata)];
        machine.UsesDistributedMap = machine.States.OfType<MapState>().Any(map => map.IsDistributed);
    }
}
