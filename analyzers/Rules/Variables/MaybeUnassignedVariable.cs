using Compiled.Language.Binding;
using Compiled.Language.Faults;

namespace Compiled.Rules;

/// <summary>A variable that is read where some way to the state assigns it and some does not. RULES.md, maybe-unassigned-variable.</summary>
public sealed class MaybeUnassignedVariable : Rule
{
    /// <inheritdoc/>
    public override void Check(Machine machine, Action<Fault> report)
    {
        AssignedVariables assigned = MachineFindings.Of(machine).Variables;
        if (!assigned.IsKnown)
            return;
        foreach (VariableRead read in MachineFindings.Of(machine).Reads.Where(read => read.State.IsReachable))
        {
            if (!read.IsGuarded && !assigned.Always(read.State, read.Name) && assigned.Sometimes(read.State, read.Name))
                report(read.At(NameFaults.MaybeUnassignedVariable, $"'${read.Name}' is assigned on some ways to '{read.State.Name}' and not on others; assign it on all of them"));
        }
    }
}
