using Compiled.Language.Binding;
using Compiled.Language.Faults;
using Compiled.Language.Json;

namespace Conformance.Mutants.Mutators;

/// <summary>Breaks the way through a flow.</summary>
internal static class FlowMutators
{
    public static IReadOnlyList<Mutator> All { get; } =
    [
        new(FlowFaults.UnreachableState, "new state", static definition => definition.Machine.Flows.Select(static flow => New(flow, "Mutant", "\"Mutant\":{\"Type\":\"Succeed\"}"))),
        new(FlowFaults.UnreachableState, "End before it", static definition => definition.Transitions.Where(way => way.IsPlain && !definition.IsNamedWithout(way.Target, way))
            .Select(static way => new Mutation(way.Target.Source.Pointer, Edit.Rename(Field(way.State, "Next"), "End"), Edit.Replace(way.Name, "true")))),
        new(FlowFaults.UnreachableState, "other rule", static definition => definition.Transitions.Where(way => way.State is ChoiceState && !definition.IsNamedWithout(way.Target, way))
            .SelectMany(way => definition.From(way.State).Where(other => other.Target != way.Target).Take(1).Select(other => new Mutation(way.Target.Source.Pointer, Edit.Replace(way.Name, JsonText.Quote(other.Target.Name)))))),
        new(FlowFaults.MissingTerminal, "back to start", static definition => definition.Machine.Flows.Select(static flow => new Mutation(Node(flow).Pointer, [.. Endless(flow)]))),
        new(FlowFaults.MissingNextOrEnd, "removed", static definition => definition.Machine.States
            .SelectMany(static state => state.Source.Members.Where(static member => member.Name is "Next" or "End").Select(member => new Mutation(state.Source.Pointer, Edit.Remove(state.Source, member))))),
        new(FlowFaults.NextAndEnd, "End", static definition => definition.Machine.States.Where(static state => state.Next is not null).Select(static state => new Mutation(state.Source.Pointer, Edit.Add(state.Source, "\"End\":true")))),
        new(FlowFaults.NextAndEnd, "Next", static definition => definition.Machine.States.Where(static state => state.Source["End"] is not null)
            .Select(static state => new Mutation(state.Source.Pointer, Edit.Add(state.Source, $"\"Next\":{JsonText.Quote(state.Flow.Start.Name)}")))),
        new(FlowFaults.UnreachableFromStart, "island", static definition => definition.Machine.Flows.Select(static flow => New(
            flow, "Mutant1", "\"Mutant1\":{\"Type\":\"Wait\",\"Seconds\":1,\"Next\":\"Mutant2\"},\"Mutant2\":{\"Type\":\"Wait\",\"Seconds\":1,\"Next\":\"Mutant1\"}"))),
        new(FlowFaults.UnreachableFromStart, "cut off", static definition => CutOff(definition)),
        new(FlowFaults.CannotTerminate, "trap", static definition => definition.Machine.States.Where(static state => state.Source["End"] is not null && state.Flow.States.Count(static other => other.IsTerminal) > 1)
            .Select(static state => new Mutation(
                SoundDefinition.Beside(state, "Mutant1"), Edit.Rename(Field(state, "End"), "Next"), Edit.Replace(state.Source["End"]!, "\"Mutant1\""),
                Edit.Add((ObjectNode)state.Source.Parent!, "\"Mutant1\":{\"Type\":\"Wait\",\"Seconds\":1,\"Next\":\"Mutant2\"},\"Mutant2\":{\"Type\":\"Wait\",\"Seconds\":1,\"Next\":\"Mutant1\"}")))),
        new(FlowFaults.CannotTerminate, "to itself", static definition => definition.Machine.States
            .Where(static state => state is TaskState or WaitState && state.Source["End"] is not null && state.Flow.States.Count(static other => other.IsTerminal) > 1)
            .Where(static state => state.Source["Catch"] is null)
            .Select(static state => new Mutation(state.Source.Pointer, Edit.Rename(Field(state, "End"), "Next"), Edit.Replace(state.Source["End"]!, JsonText.Quote(state.Name))))),
        new(FlowFaults.BusyLoop, "spinning", static definition => definition.Transitions.Where(static way => way.IsPlain && way.State.QueryLanguage == QueryLanguage.JsonPath)
            .Select(static way => new Mutation(SoundDefinition.Beside(way.State, "Mutant"), SoundDefinition.Between(
                way, "Mutant", "\"Mutant\":{\"Type\":\"Choice\",\"Choices\":[{\"Variable\":\"$.busy\",\"IsPresent\":true,\"Next\":\"Mutant\"}],\"Default\":" + JsonText.Quote(way.Target.Name) + "}")))),
        new(FlowFaults.BusyLoop, "poll without its wait", static definition => Polls(definition)),
        new(FlowFaults.AlwaysFails, "Fail for End", static definition => definition.Machine.Flows.Where(static flow => flow.Owner is WorkState { Catch.Count: 0, IsReachable: true } && flow.Owner.Source.Members.All(static member => !member.Name.StartsWith("Tolerated", StringComparison.Ordinal)))
            .Where(static flow => flow.States.All(static state => !state.IsTerminal || state.Successors.Count == 0))
            .Select(static flow => new Mutation(Node(flow).Pointer, [.. flow.States.Where(static state => state.IsTerminal).Select(static state => Edit.Replace(state.Source, "{\"Type\":\"Fail\"}"))]))),
    ];

    private static ObjectNode Node(Flow flow) => (ObjectNode)flow.States[0].Source.Parent!.Parent!;

    private static Mutation New(Flow flow, string name, string states) => new(SoundDefinition.Beside(flow.States[0], name), Edit.Add((ObjectNode)flow.States[0].Source.Parent!, states));

    private static JsonMember Field(State state, string name) => state.Source.Members.First(member => member.Name == name);

    private static IEnumerable<Edit> Endless(Flow flow)
    {
        string start = JsonText.Quote(flow.Start.Name);
        foreach (State state in flow.States.Where(static state => state.IsTerminal))
        {
            if (state.Source["End"] is { } end)
            {
                yield return Edit.Rename(Field(state, "End"), "Next");
                yield return Edit.Replace(end, start);
            }
            else
            {
                yield return Edit.Replace(state.Source, $"{{\"Type\":\"Pass\",\"Next\":{start}}}");
            }
        }
    }

    // A state in a loop that only one transition from outside the loop leads to: with that gone it is named still, by the loop.
    private static IEnumerable<Mutation> CutOff(SoundDefinition definition)
    {
        foreach (Transition way in definition.Transitions.Where(way => way.IsPlain && definition.IsNamedWithout(way.Target, way) && way.Target.Flow.Start != way.Target))
        {
            HashSet<State> reached = Reached(way.State.Flow, way);
            if (!reached.Contains(way.Target))
                yield return new Mutation(way.Target.Source.Pointer, Edit.Rename(Field(way.State, "Next"), "End"), Edit.Replace(way.Name, "true"));
        }

        HashSet<State> Reached(Flow flow, Transition without)
        {
            HashSet<State> reached = [flow.Start];
            Stack<State> open = new(reached);
            while (open.Count > 0)
            {
                foreach (Transition next in definition.From(open.Pop()))
                {
                    if (next != without && reached.Add(next.Target)) open.Push(next.Target);
                }
            }

            return reached;
        }
    }

    // The rule that leads back to the Wait of a loop leads to the Choice itself.
    private static IEnumerable<Mutation> Polls(SoundDefinition definition)
    {
        foreach (ChoiceState choice in definition.PathStates.OfType<ChoiceState>().Where(static choice => choice.Rules.All(static rule => rule.Assign is null) && choice.Assign is null))
        {
            foreach (Transition back in definition.From(choice).Where(way => way.Target is WaitState && way.Target.Next is not null && definition.IsNamedWithout(way.Target, way)))
                yield return new Mutation(choice.Source.Pointer, Edit.Replace(back.Name, JsonText.Quote(choice.Name)));
        }
    }
}
