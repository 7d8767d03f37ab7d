using Compiled.Language.Binding;
using Compiled.Language.Faults;
using Compiled.Language.Json;

namespace Conformance.Mutants.Mutators;

/// <summary>Breaks fields: unknown, absent, of the wrong type or value.</summary>
internal static class FieldMutators
{
    public static IReadOnlyList<Mutator> All { get; } =
    [
        new(FieldFaults.UnknownField, "misspelt", static definition => Misspelt(definition)),
        new(FieldFaults.UnknownField, "new field", static definition => Parts(definition).Select(static part => new Mutation(part.Pointer, Edit.Add(part, "\"Colour\":\"red\"")))),
        new(FieldFaults.UnknownField, "of another type", static definition => definition.Machine.States.SelectMany(static state => Foreign(state))),
        new(FieldFaults.MissingField, "required", static definition => Parts(definition).SelectMany(static part => Without(part, "Resource", "Choices", "Branches", "ErrorEquals", "ItemProcessor", "Iterator"))),
        new(FieldFaults.MissingField, "time of a Wait", static definition => definition.Machine.States.OfType<WaitState>()
            .SelectMany(static wait => Without(wait.Source, "Seconds", "SecondsPath", "Timestamp", "TimestampPath"))),
        new(FieldFaults.MissingField, "Next", static definition => definition.Transitions.Where(static way => !ReferenceEquals(way.Holder, way.State.Source))
            .SelectMany(static way => Without(way.Holder, "Next"))),
        new(FieldFaults.ConflictingFields, "both forms", static definition => definition.PathStates.SelectMany(static state => BothForms(state))),
        new(FieldFaults.BadType, "other type", static definition => Parts(definition).SelectMany(static part => OfOtherType(part))),
        new(FieldFaults.BadValue, "End false", static definition => Parts(definition).Where(static part => part["End"] is not null).Select(static part => new Mutation(part.Pointer, Edit.Set(part, "End", "false")))),
        new(FieldFaults.BadValue, "word", static definition => Words(definition)),
        new(FieldFaults.OutOfRange, "number", static definition => Parts(definition).SelectMany(static part => OutOfRange(part))),
        new(FieldFaults.OutOfRange, "fraction", static definition => Parts(definition).SelectMany(static part => Set(part, "1.5", "Seconds", "TimeoutSeconds", "HeartbeatSeconds", "IntervalSeconds", "MaxAttempts", "MaxConcurrency"))),
        new(FieldFaults.EmptyValue, "array", static definition => Parts(definition).SelectMany(static part => Set(part, "[]", "ErrorEquals", "Choices", "Branches", "And", "Or"))),
        new(FieldFaults.EmptyValue, "States", static definition => Flows(definition).SelectMany(static flow => Set(flow, "{}", "States"))),
        new(FieldFaults.MissingStartAt, "removed", static definition => Flows(definition).SelectMany(static flow => Without(flow, "StartAt"))),
        new(FieldFaults.MissingStates, "removed", static definition => Flows(definition).SelectMany(static flow => Without(flow, "States"))),
        new(FieldFaults.MissingType, "removed", static definition => definition.Machine.States.SelectMany(static state => Without(state.Source, "Type"))),
        new(FieldFaults.UnknownType, "misspelt", static definition => definition.Machine.States.SelectMany(static state => Set(state.Source, $"\"{state.Type.ToString().ToLowerInvariant()}\"", "Type"))),
        new(FieldFaults.BadQueryLanguage, "misspelt", static definition => definition.Machine.States.Select(static state => state.Source).Prepend(definition.Root)
            .Select(static part => new Mutation(part.Pointer, Edit.Set(part, "QueryLanguage", "\"JSONpath\"")))),
        new(FieldFaults.QueryLanguageDowngrade, "back", static definition => definition.Machine.QueryLanguage == QueryLanguage.JsonPath ? [] : definition.Machine.States
            .Select(static state => new Mutation(state.Source.Pointer, Edit.Set(state.Source, "QueryLanguage", "\"JSONPath\"")))),
        new(FieldFaults.JsonPathInJsonata, "InputPath", static definition => definition.Machine.JsonataStates.Where(static state => state is not FailState)
            .Select(static state => new Mutation(state.Source.Pointer, Edit.Set(state.Source, "InputPath", "\"$.order\"")))),
        new(FieldFaults.JsonataInJsonPath, "Output", static definition => definition.PathStates.Where(static state => state is not FailState)
            .Select(static state => new Mutation(state.Source.Pointer, Edit.Add(state.Source, "\"Output\":{\"a\":1}")))),
        new(FieldFaults.JsonataInJsonPath, "expression", static definition => definition.PathStates.SelectMany(static state => Set(state.Source, "\"{% $states.input.wait %}\"", "Seconds", "TimeoutSeconds", "MaxConcurrency"))),
        new(FieldFaults.Placeholder, "number", static definition => Parts(definition).SelectMany(static part => Set(part, "\"${Value}\"", "Seconds", "MaxAttempts", "IntervalSeconds", "MaxConcurrency"))),
    ];

    /// <summary>The machine, its branches and processors.</summary>
    public static IEnumerable<ObjectNode> Flows(SoundDefinition definition) =>
        definition.Machine.Flows.Select(static flow => (ObjectNode)flow.States[0].Source.Parent!.Parent!);

    /// <summary>Every object of the definition that has fields of its own, in no order that matters.</summary>
    private static IEnumerable<ObjectNode> Parts(SoundDefinition definition)
    {
        foreach (State state in definition.Machine.States)
        {
            yield return state.Source;
            if (state is ChoiceState choice)
            {
                foreach (ChoiceRule rule in choice.Rules) yield return rule.Source;
            }

            foreach (Retrier retrier in state is WorkState work ? work.Retry : []) yield return retrier.Source;
            foreach (Catcher catcher in state is WorkState work ? work.Catch : []) yield return catcher.Source;
        }
    }

    private static IEnumerable<Mutation> Without(ObjectNode part, params string[] fields) =>
        part.Members.Where(member => fields.Contains(member.Name)).Select(member => new Mutation(part.Pointer, Edit.Remove(part, member)));

    private static IEnumerable<Mutation> Set(ObjectNode part, string json, params string[] fields) =>
        part.Members.Where(member => fields.Contains(member.Name)).Select(member => new Mutation(part.Pointer, Edit.Replace(member.Value, json)));

    private static IEnumerable<Mutation> Misspelt(SoundDefinition definition) => Parts(definition).SelectMany(static part => part.Members
        .Where(static member => member.Name is "Comment" or "Parameters" or "ResultPath" or "Retry" or "Catch" or "TimeoutSeconds" or "MaxAttempts" or "Default")
        .Select(member => new Mutation(part.Pointer, Edit.Rename(member, member.Name.Remove(2, 1)))));

    // A field that some type has and this one has not.
    private static IEnumerable<Mutation> Foreign(State state)
    {
        string[] members = state switch
        {
            TaskState => ["\"Seconds\":5", "\"Branches\":[]", "\"Result\":{}"],
            PassState => ["\"Retry\":[]", "\"TimeoutSeconds\":5", "\"Resource\":\"r\""],
            WaitState => ["\"Catch\":[]", "\"HeartbeatSeconds\":5", "\"ResultPath\":\"$.x\""],
            ChoiceState => ["\"Next\":\"x\"", "\"End\":true", "\"ResultPath\":\"$.x\""],
            SucceedState => ["\"Next\":\"x\"", "\"End\":true", "\"Assign\":{}"],
            FailState => ["\"End\":true", "\"InputPath\":\"$.x\"", "\"Assign\":{}"],
            ParallelState => ["\"ItemsPath\":\"$.x\"", "\"TimeoutSeconds\":5", "\"Resource\":\"r\""],
            _ => ["\"Branches\":[]", "\"TimeoutSeconds\":5", "\"Default\":\"x\""],
        };
        return members.Select(member => new Mutation(state.Source.Pointer, Edit.Add(state.Source, member)));
    }

    private static IEnumerable<Mutation> BothForms(State state)
    {
        (string Field, string Json)[] added = state switch
        {
            TaskState { TimeoutSeconds: not null } => [("TimeoutSecondsPath", "\"$.t\"")],
            TaskState { HeartbeatSeconds: not null } => [("HeartbeatSecondsPath", "\"$.t\"")],
            WaitState { Seconds: not null } => [("SecondsPath", "\"$.t\""), ("Timestamp", "\"2030-01-01T00:00:00Z\"")],
            WaitState { SecondsPath: not null } => [("Seconds", "5")],
            FailState { Error: not null } => [("ErrorPath", "\"$.t\"")],
            FailState { Cause: not null } => [("CausePath", "\"$.t\"")],
            MapState { MaxConcurrency: not null } => [("MaxConcurrencyPath", "\"$.t\"")],
            _ => [],
        };
        return added.Select(pair => new Mutation(state.Source.Pointer, Edit.Add(state.Source, $"\"{pair.Field}\":{pair.Json}")));
    }

    private static IEnumerable<Mutation> OfOtherType(ObjectNode part)
    {
        foreach (JsonMember member in part.Members)
        {
            string? other = member.Name switch
            {
                "Next" or "Default" or "Resource" or "Error" or "Cause" or "Comment" or "InputPath" or "OutputPath" or "ResultPath" or "ItemsPath" => "5",
                "Seconds" or "TimeoutSeconds" or "HeartbeatSeconds" or "IntervalSeconds" or "MaxAttempts" or "BackoffRate" or "MaxConcurrency" or "NumericEquals" or "NumericGreaterThan" => "\"5\"",
                "ErrorEquals" => "\"States.ALL\"",
                "End" or "BooleanEquals" or "IsPresent" or "IsNull" => "\"true\"",
                "Retry" or "Catch" or "Choices" or "Branches" or "And" or "Or" => "{}",
                "ItemProcessor" or "Iterator" or "Not" => "[]",
                "StringEquals" or "StringMatches" => "5",
                _ => null,
            };
            if (other is not null) yield return new Mutation(part.Pointer, Edit.Replace(member.Value, other));
        }
    }

    private static IEnumerable<Mutation> Words(SoundDefinition definition)
    {
        yield return new Mutation("", Edit.Set(definition.Root, "Version", "\"2.0\""));
        foreach (Retrier retrier in definition.Machine.States.OfType<WorkState>().SelectMany(static state => state.Retry))
            yield return new Mutation(retrier.Source.Pointer, Edit.Set(retrier.Source, "JitterStrategy", "\"Full\""));
        foreach (MapState map in definition.Machine.States.OfType<MapState>())
        {
            if ((map.Source["ItemProcessor"] as ObjectNode)?["ProcessorConfig"] is ObjectNode config) yield return new Mutation(config.Pointer, Edit.Set(config, "Mode", "\"Inline\""));
        }
    }

    private static IEnumerable<Mutation> OutOfRange(ObjectNode part) =>
    [
        .. Set(part, "-1", "Seconds", "MaxAttempts", "MaxConcurrency"),
        .. Set(part, "0", "TimeoutSeconds", "HeartbeatSeconds", "IntervalSeconds", "MaxDelaySeconds"),
        .. Set(part, "0.5", "BackoffRate"),
        .. Set(part, "100000000", "Seconds", "TimeoutSeconds", "MaxAttempts"),
    ];
}
