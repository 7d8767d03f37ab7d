using Compiled.Language.Definition;
using Compiled.Language.Faults;
using Compiled.Language.Json;

namespace Compiled.Language.Binding;

/// <summary>Binds one flow: StartAt, its states, and whether its states can be reached and end it.</summary>
internal static class FlowBinder
{
    /// <summary>Fills the flow whose own fields have been read, and reports its faults.</summary>
    public static void Bind(BindingContext context, FlowDraft draft, FieldSet fields)
    {
        draft.Flow.Comment = fields.Text("Comment");
        if (!fields.IsWritten("StartAt"))
            context.Report(FieldReader.Lacking(FieldFaults.MissingStartAt, draft.Node, $"'StartAt' is missing; {PlaceNames.Article(draft.Place)} must have it"));
        if (!fields.IsWritten("States"))
            context.Report(FieldReader.Lacking(FieldFaults.MissingStates, draft.Node, $"'States' is missing; {PlaceNames.Article(draft.Place)} must have it"));
        if (fields.Object("States") is not { } states)
            return;
        if (draft.States.Count == 0)
        {
            context.Report(FieldFaults.EmptyValue.At(states, "'States' is empty; expected at least one state"));
            return;
        }
        bool hasStart = fields.String("StartAt") is not null;
        if (hasStart)
            draft.Flow.Start = StateNames.ResolveStart(context, draft, fields.String("StartAt")!)!;
        else
            draft.UnresolvedTargets++;
        foreach (StateDraft state in draft.States)
            StateBinder.Bind(context, state);
        CheckReachable(context, draft);
        CheckEnds(context, draft, states);
    }

    // RULES section 3: reachable means named by some transition of the flow. A transition that leads nowhere may have been
    // meant for a state that none names; only what cannot be explained so is a fault of its own.
    private static void CheckReachable(BindingContext context, FlowDraft draft)
    {
        var unnamed = draft.States.Where(state => !draft.Named.Contains(state.Name)).ToList();
        if (unnamed.Count <= draft.UnresolvedTargets)
            return;
        foreach (StateDraft state in unnamed)
            context.Report(FlowFaults.UnreachableState.AtName(state.Member, $"No transition leads to state '{state.Name}'"));
    }

    private static void CheckEnds(BindingContext context, FlowDraft draft, ObjectNode states)
    {
        if (draft.MayEnd)
            return;
        context.Report(FieldReader.Lacking(
            FlowFaults.MissingTerminal, states, $"No state ends {PlaceNames.Article(draft.Place)}; expected 'End': true, a Succeed or a Fail somewhere"));
    }
}
