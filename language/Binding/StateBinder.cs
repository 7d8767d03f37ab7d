using Compiled.Language.Definition;
using Compiled.Language.Expressions;
using Compiled.Language.Faults;
using Compiled.Language.Json;

namespace Compiled.Language.Binding;

/// <summary>Binds one state: what all types have in common here, the rest in the binder of its type.</summary>
internal static class StateBinder
{
    /// <summary>Fills the draft's state and reports its faults.</summary>
    public static void Bind(BindingContext context, StateDraft draft)
    {
        StateNames.Check(context, draft);
        if (draft.State is not { } state)
        {
            ReportNoState(context, draft);
            return;
        }
        state.QueryLanguage = Languages.OfState(context, draft.Node!);
        FieldSet fields = context.Reader.Read(
            draft.Node!, StateTypes.PlaceOf(state.Type), state.QueryLanguage, Languages.Note(state));
        var scope = new StateScope(context, draft.Flow, state, fields, Languages.Note(state));
        BindCommon(scope, state, draft.Flow);
        BindType(scope, state);
        state.Successors = scope.Successors;
        if (state.IsTerminal)
            draft.Flow.MayEnd = true;
    }

    private static void BindCommon(StateScope scope, State state, FlowDraft flow)
    {
        FieldSet fields = scope.Fields;
        state.Comment = fields.Text("Comment");
        state.InputPath = fields.DataPath("InputPath");
        state.OutputPath = fields.DataPath("OutputPath");
        state.Output = fields.Template("Output");
        state.Assign = AssignmentBinder.Bind(scope, fields);
        if (state is SucceedState or FailState)
            state.IsTerminal = true;
        else if (state is not ChoiceState)
            BindTransition(scope, state, flow);
    }

    // FEATURES L-021.
    private static void BindTransition(StateScope scope, State state, FlowDraft flow)
    {
        FieldSet fields = scope.Fields;
        bool hasNext = fields.IsWritten("Next");
        bool hasEnd = fields.IsWritten("End");
        state.Next = scope.Target(fields, "Next");
        state.IsTerminal = fields.Boolean("End") == true;
        if (hasNext && hasEnd)
        {
            fields.Node.TryGet("End", out JsonMember? end);
            scope.Report(FlowFaults.NextAndEnd.AtName(end!, $"State '{state.Name}' has both 'Next' and 'End'; keep one of them"));
        }
        else if (!hasNext && !hasEnd)
        {
            flow.MayEnd = true;
            scope.Report(FieldReader.Lacking(
                FlowFaults.MissingNextOrEnd, fields.Node, $"State '{state.Name}' has neither 'Next' nor 'End'; one of them must say what comes after it"));
        }
        else if (hasEnd && !state.IsTerminal)
        {
            flow.MayEnd = true;
            if (fields.Boolean("End") == false)
                scope.Report(FieldFaults.BadValue.At(fields.Node["End"]!, "'End' is false; expected true, or 'Next' in its place"));
        }
    }

    private static void BindType(StateScope scope, State state)
    {
        switch (state)
        {
            case TaskState task:
                TaskBinder.Bind(scope, task);
                break;
            case PassState pass:
                PassBinder.Bind(scope, pass);
                break;
            case ChoiceState choice:
                ChoiceBinder.Bind(scope, choice);
                break;
            case WaitState wait:
                WaitBinder.Bind(scope, wait);
                break;
            case FailState fail:
                FailBinder.Bind(scope, fail);
                break;
            case ParallelState parallel:
                ParallelBinder.Bind(scope, parallel);
                break;
            case MapState map:
                MapBinder.Bind(scope, map);
                break;
            default:
                // Succeed has only the fields that all states have.
                break;
        }
    }

    // Without a type nothing else can be checked, but what the object names counts as named. What may not have been meant as a
    // state at all need neither be reached nor end the flow.
    private static void ReportNoState(BindingContext context, StateDraft draft)
    {
        if (draft.Node is not { } node)
        {
            draft.Flow.Named.Add(draft.Name);
            draft.Flow.MayEnd = true;
            context.Report(FieldFaults.BadType.At(draft.Member.Value, $"State '{draft.Name}' is {draft.Member.Value.KindName}; expected an object"));
            return;
        }
        if (node["Type"] is not { } type)
        {
            draft.Flow.Named.Add(draft.Name);
            draft.Flow.MayEnd = true;
            context.Report(FieldReader.Lacking(
                FieldFaults.MissingType, node, $"State '{draft.Name}' has no 'Type'; expected one of {string.Join(", ", StateTypes.Names)}"));
        }
        else if (type is StringNode text)
        {
            string? near = NearMiss.Find(text.Value, StateTypes.Names);
            string expected = near is null ? $"; expected one of {string.Join(", ", StateTypes.Names)}" : "";
            context.Report(FieldFaults.UnknownType.At(text, $"'Type' is '{text.Value}', which is no type of state{expected}").DidYouMean(near));
        }
        else
        {
            context.Report(FieldFaults.BadType.At(type, $"'Type' is {type.KindName}; expected one of {string.Join(", ", StateTypes.Names)}"));
        }
        NameTargets(draft.Flow, node);
        draft.Flow.MayEnd |= node["Next"] is null;
    }

    private static void NameTargets(FlowDraft flow, JsonNode node)
    {
        if (node is ArrayNode array)
        {
            foreach (JsonNode item in array.Items)
                NameTargets(flow, item);
        }
        if (node is not ObjectNode fields)
            return;
        foreach (JsonMember member in fields.Members)
        {
            if (member.Name is "Next" or "Default" && member.Value is StringNode name)
                flow.Named.Add(name.Value);
            else if (member.Name is "Choices" or "Catch")
                NameTargets(flow, member.Value);
        }
    }
}
