using Compiled.Language.Faults;
using Compiled.Language.Json;

namespace Compiled.CodeFixes;

/// <summary>Says what comes after a state that does not say it: the state that follows in the text, or nothing.</summary>
internal sealed class MissingEndMend : Mend
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Ids { get; } = [FlowFaults.MissingNextOrEnd.Id];

    /// <inheritdoc/>
    public override IEnumerable<Mending> Find(DefinitionText definition, Reported fault)
    {
        if (definition.MemberAt(fault.Pointer) is not { Value: ObjectNode { Parent: ObjectNode states } state } member)
            yield break;
        Mending end = new("AddEnd", "Add '\"End\": true'", MemberEdits.Append(definition, state, "End", "true"));
        JsonMember? following = states.Members.SkipWhile(other => !ReferenceEquals(other, member)).Skip(1).FirstOrDefault();
        if (following is null)
        {
            yield return end;
            yield break;
        }
        Mending next = new(
            "AddNext", $"Add '\"Next\": {JsonText.Quote(following.Name)}'", MemberEdits.Append(definition, state, "Next", JsonText.Quote(following.Name)));
        // A state that nothing leads to is what was to come next.
        bool isNamed = Transitions.Of(states).Any(transition => transition.Target == following.Name) || Transitions.StartOf(states) == following.Name;
        // A flow that goes on everywhere never ends.
        bool goesOn = FlowEnds.Missing(definition.Text) < FlowEnds.Missing(TextEdits.Apply(definition.Text, next.Edits));
        Mending[] ways = goesOn ? [end] : isNamed ? [end, next] : [next, end];
        foreach (Mending way in ways)
            yield return way;
    }
}
