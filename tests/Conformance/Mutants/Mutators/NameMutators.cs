using Compiled.Language.Binding;
using Compiled.Language.Faults;
using Compiled.Language.Json;

namespace Conformance.Mutants.Mutators;

/// <summary>Breaks names of states and variables.</summary>
internal static class NameMutators
{
    public static IReadOnlyList<Mutator> All { get; } =
    [
        new(NameFaults.UnknownStartAt, "renamed", static definition => definition.Machine.Flows.Select(static flow => StartAt(flow, flow.Start.Name + "x"))),
        new(NameFaults.UnknownNext, "renamed", static definition => definition.Transitions.Select(static way => To(way, way.Target.Name + "x"))),
        new(NameFaults.UnknownNext, "other case", static definition => definition.Transitions
            .Where(static way => way.Target.Name.ToUpperInvariant() != way.Target.Name).Select(static way => To(way, way.Target.Name.ToUpperInvariant()))),
        new(NameFaults.CrossScopeTransition, "other flow", static definition => definition.Transitions
            .Where(way => definition.IsNamedWithout(way.Target, way)).SelectMany(way => OtherFlows(definition, way))),
        new(NameFaults.DuplicateStateName, "outer name", static definition => definition.Machine.States
            .Where(static state => state.Flow.Owner is not null)
            .Select(state => RenamedAll(definition, state, state.Flow.Owner!.Name))),
        new(NameFaults.StateNameTooLong, "81 characters", static definition => definition.Machine.States.Select(state => RenamedAll(definition, state, new string('n', 81)))),
        new(NameFaults.BadVariableName, "digit first", static definition => Steps(definition).Select(static state => new Mutation(state.Source.Pointer, Edit.Add(state.Source, "\"Assign\":{\"1st\":1}")))),
        new(NameFaults.BadVariableName, "reserved", static definition => Steps(definition).Select(static state => new Mutation(state.Source.Pointer, Edit.Add(state.Source, "\"Assign\":{\"states\":1}")))),
        new(NameFaults.VariableShadowsOuter, "inner and outer", static definition => Steps(definition)
            .Where(static state => state.Flow.Owner is WorkState owner && !(owner is MapState { IsDistributed: true }) && owner.Assign is null)
            .Select(static state => new Mutation(state.Source.Pointer, Edit.Add(state.Source, "\"Assign\":{\"mutant\":1}"), Edit.Add(state.Flow.Owner!.Source, "\"Assign\":{\"mutant\":2}")))),
        new(NameFaults.UnusedVariable, "never read", static definition => Steps(definition).Select(static state => new Mutation(state.Source.Pointer, Edit.Add(state.Source, "\"Assign\":{\"mutant\":1}")))),
        new(NameFaults.UndefinedVariable, "never assigned", static definition => definition.PathStates.Where(static state => state.Source["Parameters"] is ObjectNode)
            .Select(static state => new Mutation(state.Source.Pointer, Edit.Add((ObjectNode)state.Source["Parameters"]!, "\"mutant.$\":\"$mutant\"")))),
        new(NameFaults.UndefinedVariable, "read where assigned", static definition => Steps(definition)
            // In a loop what a state assigns is read when it runs again.
            .Where(static state => !state.Flow.HasLoop && state.QueryLanguage == QueryLanguage.JsonPath && state.Source["Parameters"] is ObjectNode)
            .Select(static state => new Mutation(
                state.Source.Pointer, Edit.Add((ObjectNode)state.Source["Parameters"]!, "\"mutant.$\":\"$mutant\""), Edit.Add(state.Source, "\"Assign\":{\"mutant\":1}")))),
        new(NameFaults.MaybeUnassignedVariable, "one way only", static definition => definition.Transitions.Where(static way => way.IsPlain && way.State.QueryLanguage == QueryLanguage.JsonPath)
            .Select(static way => new Mutation(SoundDefinition.Beside(way.State, "MutantJoin"), SoundDefinition.Between(
                way, "MutantFork",
                """
                "MutantFork":{"Type":"Choice","Choices":[{"Variable":"$.mutant","IsPresent":true,"Next":"MutantWith"}],"Default":"MutantJoin"},
                "MutantWith":{"Type":"Pass","Assign":{"mutant":1},"Next":"MutantJoin"},
                "MutantJoin":{"Type":"Pass","Parameters":{"mutant.$":"$mutant"},"Next":
                """ + JsonText.Quote(way.Target.Name) + "}")))),
        new(HandlerFaults.IdentifierCollision, "other sign", static definition => definition.Transitions.Where(static way => way.IsPlain && way.State.QueryLanguage == QueryLanguage.JsonPath)
            .Select(static way => new Mutation(SoundDefinition.Beside(way.State, "Mutant-Two"), SoundDefinition.Between(
                way, "Mutant Two",
                "\"Mutant Two\":{\"Type\":\"Wait\",\"Seconds\":1,\"Next\":\"Mutant-Two\"},\"Mutant-Two\":{\"Type\":\"Wait\",\"Seconds\":1,\"Next\":" + JsonText.Quote(way.Target.Name) + "}")))),
    ];

    // Those that may assign variables and do not.
    private static IEnumerable<State> Steps(SoundDefinition definition) =>
        definition.Machine.States.Where(static state => state is not (SucceedState or FailState) && state.Source["Assign"] is null);

    private static Mutation StartAt(Flow flow, string name)
    {
        ObjectNode node = (ObjectNode)flow.States[0].Source.Parent!.Parent!;
        return new Mutation(node.Pointer, Edit.Set(node, "StartAt", JsonText.Quote(name)));
    }

    private static Mutation To(Transition way, string name) => new(way.State.Source.Pointer, Edit.Replace(way.Name, JsonText.Quote(name)));

    private static IEnumerable<Mutation> OtherFlows(SoundDefinition definition, Transition way) => definition.Machine.States
        .Where(state => state.Flow != way.State.Flow).Take(1).Select(state => To(way, state.Name));

    // The state and every transition to it under another name.
    private static Mutation RenamedAll(SoundDefinition definition, State state, string name)
    {
        ObjectNode states = (ObjectNode)state.Source.Parent!, flow = (ObjectNode)states.Parent!;
        JsonMember member = states.Members.First(member => ReferenceEquals(member.Value, state.Source));
        string json = JsonText.Quote(name);
        IEnumerable<Edit> ways = definition.Transitions.Where(way => way.Target == state).Select(way => Edit.Replace(way.Name, json));
        IEnumerable<Edit> start = state.Flow.Start == state ? [Edit.Set(flow, "StartAt", json)] : [];
        return new Mutation(JsonPointer.Append(states.Pointer, name), [Edit.Rename(member, name), .. ways, .. start]);
    }
}
