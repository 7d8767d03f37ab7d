using Compiled.Language.Faults;
using Compiled.Language.Json;

namespace Compiled.Language.Binding;

/// <summary>Finds the variables of each flow, and names that an inner scope takes from an outer one. FEATURES L-077.</summary>
public static class VariableScopes
{
    /// <summary>Sets <see cref="Flow.Variables"/> of all flows, and reports what they may not assign.</summary>
    internal static void Bind(BindingContext context, IReadOnlyList<Flow> flows)
    {
        if (context.VariableNames.Count == 0)
            return;
        foreach (Flow flow in flows)
            flow.Variables = [.. Assignments(flow).SelectMany(assignment => assignment.Variables).Select(variable => variable.Name).Distinct()];
        foreach (Flow flow in flows.Where(flow => flow.OuterScope is not null))
            CheckOuter(context, flow);
    }

    /// <summary>Every <c>Assign</c> of the flow's own states.</summary>
    public static IEnumerable<Assignment> Assignments(Flow flow) => flow.States.SelectMany(Assignments);

    /// <summary>Every <c>Assign</c> of a state: its own, its rules' and its catchers'.</summary>
    public static IEnumerable<Assignment> Assignments(State state)
    {
        foreach (ChoiceRule rule in (state as ChoiceState)?.Rules ?? [])
        {
            if (rule.Assign is { } ofRule)
                yield return ofRule;
        }
        foreach (Catcher catcher in (state as WorkState)?.Catch ?? [])
        {
            if (catcher.Assign is { } ofCatcher)
                yield return ofCatcher;
        }
        if (state.Assign is { } own)
            yield return own;
    }

    // AWS looks at names only: it makes no difference which of the two assignments comes first.
    private static void CheckOuter(BindingContext context, Flow flow)
    {
        foreach (Assignment assignment in Assignments(flow))
        {
            foreach (JsonMember member in assignment.Source.EffectiveList())
            {
                string? name = assignment.Variables.FirstOrDefault(variable => variable.WrittenName == member.Name)?.Name;
                if (name is not null && flow.OuterScope!.ScopeOf(name) is { } outer)
                    context.Report(NameFaults.VariableShadowsOuter.AtName(member, $"'{name}' is a variable of {Describe(outer)}, which a state inside '{flow.Owner!.Name}' can read and not assign; expected another name"));
            }
        }
    }

    private static string Describe(Flow flow) => flow.Owner is null ? "the machine" : $"a flow of '{flow.Owner.Name}'";
}
