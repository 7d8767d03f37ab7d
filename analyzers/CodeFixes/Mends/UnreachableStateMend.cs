using Compiled.Language.Faults;
using Compiled.Language.Json;

namespace Compiled.CodeFixes;

/// <summary>Removes a state that no execution comes to, and what only it leads to.</summary>
internal sealed class UnreachableStateMend : Mend
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Ids { get; } = [FlowFaults.UnreachableState.Id, FlowFaults.UnreachableFromStart.Id];

    /// <inheritdoc/>
    public override IEnumerable<Mending> Find(DefinitionText definition, Reported fault)
    {
        if (definition.MemberAt(fault.Pointer) is not { Value.Parent: ObjectNode states } member)
            yield break;
        HashSet<string> removed = With(states, member.Name);
        if (states.Members.All(other => removed.Contains(other.Name)))
            yield break;
        IReadOnlyList<TextEdit> edits = ElementEdits.Remove(
            definition, [.. states.Members.Select(other => other.Span)], index => removed.Contains(states.Members[index].Name));
        // Where the only end of the flow goes with it, a transition to the state is what is missing.
        if (FlowEnds.Missing(definition.Text) < FlowEnds.Missing(TextEdits.Apply(definition.Text, edits)))
            yield break;
        string others = removed.Count switch
        {
            1 => "",
            2 => $" and '{removed.First(name => name != member.Name)}', to which only it leads",
            _ => $" and {(removed.Count - 1).ToString(System.Globalization.CultureInfo.InvariantCulture)} states to which only it leads",
        };
        yield return new Mending("RemoveState", $"Remove state '{member.Name}'{others}", edits) { GoesByWhole = true };
    }

    // A state that was named by some that go, and by none that stay, would be the next unreachable one.
    private static HashSet<string> With(ObjectNode states, string name)
    {
        (string Source, string Target)[] transitions = [.. Transitions.Of(states).Where(transition => transition.Source != transition.Target)];
        HashSet<string> removed = [name];
        string? start = Transitions.StartOf(states);
        bool hasGrown = true;
        while (hasGrown)
        {
            hasGrown = false;
            foreach (IGrouping<string, (string Source, string Target)> target in transitions.GroupBy(transition => transition.Target))
            {
                if (target.Key != start && target.All(transition => removed.Contains(transition.Source)))
                    hasGrown |= removed.Add(target.Key);
            }
        }
        removed.IntersectWith(states.Members.Select(member => member.Name));
        return removed;
    }
}
