using Compiled.Language.Binding;
using Compiled.Language.Faults;

namespace Compiled.Rules;

/// <summary>
/// States that transitions name, but only transitions of states to which no execution comes. AWS counts them as reachable. RULES.md, island.
/// </summary>
public sealed class UnreachableFromStart : Rule
{
    /// <inheritdoc/>
    public override void Check(Machine machine, Action<Fault> report)
    {
        foreach (State state in machine.States.Where(state => !state.IsReachable))
            report(FlowFaults.UnreachableFromStart.At(state, $"No execution comes to state '{state.Name}'; only states that are not reached themselves lead to it"));
    }
}
