using Compiled.Language.Expressions;
using Compiled.Language.Faults;
using Compiled.Language.Json;

namespace Compiled.Language.Binding;

/// <summary>Checks the names of states and resolves what refers to them. FEATURES L-001, L-008, L-010.</summary>
internal static class StateNames
{
    private const int LongestName = 80;

    /// <summary>The state that <c>Next</c> or <c>Default</c> names; null after a fault, or where the state named has faults of its own.</summary>
    public static State? Resolve(BindingContext context, FlowDraft flow, string field, StringNode name)
    {
        if (flow.ByName.TryGetValue(name.Value, out StateDraft? draft))
        {
            flow.Named.Add(name.Value);
            return draft.State;
        }
        flow.MayEnd = true;
        if (context.Scan.ByName.TryGetValue(name.Value, out StateDraft? elsewhere))
        {
            // The state is there and was meant, so nobody need hear that nothing leads to it.
            elsewhere.Flow.Named.Add(name.Value);
            flow.UnresolvedTargets++;
            context.Report(NameFaults.CrossScopeTransition.At(
                name, $"'{field}' names '{name.Value}', which stands in another flow; a transition must stay in its own"));
            return null;
        }
        context.Report(NameFaults.UnknownNext.At(name, $"'{field}' names '{name.Value}', which is not a state here").DidYouMean(Near(flow, name.Value)));
        return null;
    }

    /// <summary>The state that a flow's <c>StartAt</c> names; null after a fault.</summary>
    public static State? ResolveStart(BindingContext context, FlowDraft flow, StringNode name)
    {
        if (flow.ByName.TryGetValue(name.Value, out StateDraft? draft))
        {
            flow.Named.Add(name.Value);
            return draft.State;
        }
        context.Report(NameFaults.UnknownStartAt.At(name, $"'StartAt' names '{name.Value}', which is not a state here").DidYouMean(Near(flow, name.Value)));
        return null;
    }

    /// <summary>Reports a name that is empty, too long, or taken.</summary>
    public static void Check(BindingContext context, StateDraft draft)
    {
        if (draft.Name.Length == 0)
            context.Report(FieldFaults.EmptyValue.AtName(draft.Member, "A state's name is empty; expected 1 to 80 characters"));
        else if (draft.Name.Length > LongestName && CodePoints(draft.Name) is var length and > LongestName)
            context.Report(NameFaults.StateNameTooLong.AtName(draft.Member, $"The state name has {length} characters; at most {LongestName} are allowed"));
        StateDraft first = context.Scan.ByName[draft.Name];
        if (first != draft)
            context.Report(NameFaults.DuplicateStateName.AtName(
                draft.Member, $"'{draft.Name}' names two states, here and at '{first.Member.Pointer}'; names are unique in the whole machine"));
    }

    // The near miss is what was meant: it counts as named, so that it isn't reported as unreachable too.
    private static string? Near(FlowDraft flow, string name)
    {
        string? near = NearMiss.Find(name, flow.States.Select(state => state.Name));
        if (near is null)
            flow.UnresolvedTargets++;
        else
            flow.Named.Add(near);
        return near;
    }

    private static int CodePoints(string text) => text.Length - text.Count(char.IsLowSurrogate);
}
