using Compiled.Language.Binding;
using Compiled.Language.Expressions;
using Compiled.Language.Faults;

namespace Compiled.Rules;

/// <summary>
/// A variable that is read where no way to the state assigns it. RULES.md, undefined-variable, variable-read-where-assigned, inner-variable-outside,
/// outer-variable-in-distributed-map; FEATURES L-081.
/// </summary>
public sealed class UndefinedVariable : Rule
{
    /// <inheritdoc/>
    public override void Check(Machine machine, Action<Fault> report)
    {
        AssignedVariables assigned = MachineFindings.Of(machine).Variables;
        if (!assigned.IsKnown)
            return;
        foreach (VariableRead read in MachineFindings.Of(machine).Reads.Where(read => read.State.IsReachable))
        {
            if (!read.IsGuarded && !assigned.Always(read.State, read.Name) && !assigned.Sometimes(read.State, read.Name))
                report(read.At(NameFaults.UndefinedVariable, $"'${read.Name}' is not assigned here; {Why(machine, assigned, read)}").DidYouMean(Near(assigned, read)));
        }
    }

    private static string? Near(AssignedVariables assigned, VariableRead read) =>
        assigned.IsAssigned(read.Name) ? null : NearMiss.Find("$" + read.Name, assigned.Names.Select(name => "$" + name));

    private static string Why(Machine machine, AssignedVariables assigned, VariableRead read)
    {
        if (!assigned.IsAssigned(read.Name))
            return "nothing assigns it";
        if (VariableScopes.Assignments(read.State).Any(assignment => assignment.Variables.Any(variable => variable.Name == read.Name)))
            return $"what '{read.State.Name}' itself assigns can be read after it only";
        if (read.State.Flow.ScopeOf(read.Name) is not null)
            return $"no way to '{read.State.Name}' assigns it";
        if (DistributedScopes.Around(read.State) is { } map && map.Flow.ScopeOf(read.Name) is not null)
            return $"the child executions of Map '{map.Name}' see no variables from outside";
        State? owner = machine.Flows.First(flow => flow.Variables.Contains(read.Name)).Owner;
        return $"it is a variable of the states inside '{owner?.Name}' alone";
    }
}
