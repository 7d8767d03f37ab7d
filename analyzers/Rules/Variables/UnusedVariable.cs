using Compiled.Language.Binding;
using Compiled.Language.Faults;
using Compiled.Language.Json;

namespace Compiled.Rules;

/// <summary>A variable that some state assigns and none reads. RULES.md, unused-variable.</summary>
public sealed class UnusedVariable : Rule
{
    /// <inheritdoc/>
    public override void Check(Machine machine, Action<Fault> report)
    {
        if (!machine.Flows.Any(flow => flow.Variables.Count > 0))
            return;
        var read = new HashSet<(Flow Flow, string Name)>();
        foreach (VariableRead use in MachineFindings.Of(machine).Reads)
        {
            if (use.State.Flow.ScopeOf(use.Name) is { } scope)
                read.Add((scope, use.Name));
        }
        foreach (Flow flow in machine.Flows)
        {
            var reported = new HashSet<string>(StringComparer.Ordinal);
            foreach (Assignment assignment in VariableScopes.Assignments(flow).OrderBy(assignment => assignment.Source.Span.Start))
                Check(flow, assignment, read, reported, report);
        }
    }

    private static void Check(Flow flow, Assignment assignment, HashSet<(Flow Flow, string Name)> read, HashSet<string> reported, Action<Fault> report)
    {
        // Of a name that stands twice the first is meant, as everywhere.
        ILookup<string, string> names = assignment.Variables.ToLookup(variable => variable.WrittenName, variable => variable.Name, StringComparer.Ordinal);
        foreach (JsonMember member in assignment.Source.EffectiveMembers())
        {
            string? name = names[member.Name].FirstOrDefault();
            if (name is not null && !read.Contains((flow, name)) && reported.Add(name))
                report(NameFaults.UnusedVariable.AtName(member, $"'${name}' is assigned and never read"));
        }
    }
}
