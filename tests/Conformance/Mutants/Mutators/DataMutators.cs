using Compiled.Language.Binding;
using Compiled.Language.Faults;
using Compiled.Language.Json;

namespace Conformance.Mutants.Mutators;

/// <summary>Breaks what the data that states pass on leads to.</summary>
internal static class DataMutators
{
    private const string Forgetful = "\"Mutant\":{\"Type\":\"Pass\",\"Result\":{\"mutant\":1},\"Next\":";

    public static IReadOnlyList<Mutator> All { get; } =
    [
        new(DataFaults.PathNeverPresent, "Pass that forgets", static definition => Reading(definition).Select(static at => new Mutation(at.State.Source.Pointer, Put(at.Way, Forgetful)))),
        new(DataFaults.PathNeverPresent, "InputPath null", static definition => definition.PathStates.Where(static state => Reads(state, "Parameters") && state.InputPath.IsDefault)
            .Select(static state => new Mutation(state.Source.Pointer, Edit.Set(state.Source, "InputPath", "null")))),
        new(DataFaults.PathNeverPresent, "OutputPath null", static definition => Reading(definition).Where(static at => at.Way.State is not (ChoiceState or FailState))
            .Select(static at => new Mutation(at.State.Source.Pointer, Edit.Set(at.Way.State.Source, "OutputPath", "null")))),
        new(DataFaults.PathNeverPresent, "array of a Parallel or Map", static definition => Reading(definition)
            .Where(static at => at.Way.State is ParallelState or MapState { IsDistributed: false } && at.Way.State is WorkState { ResultSelector: null } && at.Way.State.OutputPath.IsDefault)
            .Where(static at => !Texts(at.State).Any(static member => member.Text() == "$" || member.Text().StartsWith("$[", StringComparison.Ordinal)))
            .Select(static at => new Mutation(at.State.Source.Pointer, [.. at.Way.State.Source.Members.Where(static member => member.Name == "ResultPath").Select(static member => Edit.Replace(member.Value, "\"$\""))]))),
        new(DataFaults.PathNeverPresent, "result of a service", static definition => definition.PathStates.OfType<TaskState>()
            .Where(static task => task.ResultSelector is not null && task.Resource is "arn:aws:states:::lambda:invoke" or "arn:aws:states:::sqs:sendMessage" or "arn:aws:states:::sns:publish")
            .SelectMany(static task => Written.Texts(task, "ResultSelector").Where(static at => at.Member.Text().StartsWith("$.", StringComparison.Ordinal))
                .Select(at => ExpressionMutators.With(task, at.Member, "$.x" + at.Member.Text()[2..])))),
        new(DataFaults.PathNeverPresent, "caught without ResultPath", static definition => Caught(definition)),
        new(DataFaults.PathMayBeAbsent, "on one way", static definition => ChoiceMutators.Choices(definition).Where(choice => definition.OnlyWayTo(choice) is not null && Unguarded(choice) is not null)
            .Select(choice => new Mutation(choice.Source.Pointer, SoundDefinition.Between(definition.OnlyWayTo(choice)!, "MutantFork", Fork(choice))))),
        new(DataFaults.ResultPathMatchFailure, "through a number", static definition => definition.PathStates.OfType<WorkState>()
            .Where(work => definition.OnlyWayTo(work) is not null && work.Source["ResultPath"] is StringNode { Value.Length: > 1 })
            .Select(work => new Mutation(work.Source.Pointer, [.. Put(definition.OnlyWayTo(work)!, Forgetful), Edit.Set(work.Source, "ResultPath", "\"$.mutant.result\"")]))),
        new(DataFaults.FieldWithoutEffect, "discarded result", static definition => definition.PathStates.OfType<WorkState>().Where(static work => work.ResultSelector is not null)
            .Select(static work => new Mutation(work.Source.Pointer, Edit.Set(work.Source, "ResultPath", "null")))),
        new(DataFaults.FieldWithoutEffect, "Result over Parameters", static definition => definition.PathStates.OfType<PassState>().Where(static pass => pass.Result is null != pass.Parameters is null)
            .Select(static pass => new Mutation(pass.Source.Pointer, Edit.Add(pass.Source, pass.Result is null ? "\"Result\":{\"mutant\":1}" : "\"Parameters\":{\"mutant\":1}")))),
        new(DataFaults.FieldWithoutEffect, "concurrency", static definition => definition.Machine.States.OfType<MapState>().Where(static map => !map.IsDistributed)
            .Select(static map => new Mutation(map.Source.Pointer, Edit.Set(map.Source, "MaxConcurrency", "1000")))),
        new(DataFaults.PathTypeMismatch, "text for seconds", static definition => definition.PathStates.OfType<WaitState>().Where(wait => definition.OnlyWayTo(wait) is not null)
            .Select(wait => new Mutation(wait.Source.Pointer, [
                .. Put(definition.OnlyWayTo(wait)!, "\"Mutant\":{\"Type\":\"Pass\",\"Result\":\"soon\",\"ResultPath\":\"$.mutant\",\"Next\":"), .. ExpressionMutators.Timed(wait, "SecondsPath", "\"$.mutant\"")]))),
        new(DataFaults.PathTypeMismatch, "number for a time", static definition => definition.PathStates.OfType<WaitState>().Where(wait => definition.OnlyWayTo(wait) is not null)
            .Select(wait => new Mutation(wait.Source.Pointer, [
                .. Put(definition.OnlyWayTo(wait)!, "\"Mutant\":{\"Type\":\"Pass\",\"Result\":5,\"ResultPath\":\"$.mutant\",\"Next\":"), .. ExpressionMutators.Timed(wait, "TimestampPath", "\"$.mutant\"")]))),
        new(DataFaults.UnknownContextField, "misspelt", static definition => ExpressionMutators.PayloadPaths(definition).Where(static at => at.Member.Text().StartsWith("$$.", StringComparison.Ordinal))
            .Select(static at => ExpressionMutators.With(at.State, at.Member, "$$.x" + at.Member.Text()[3..]))),
        new(DataFaults.UnknownContextField, "Map outside", static definition => ExpressionMutators.PayloadPaths(definition).Where(static at => at.State.Flow.Owner is null && at.State is not MapState)
            .Select(static at => ExpressionMutators.With(at.State, at.Member, "$$.Map.Item.Value"))),
        new(DataFaults.UnknownContextField, "no token", static definition => ExpressionMutators.PayloadPaths(definition)
            .Where(static at => at.State is PassState or TaskState { Arn.Pattern: IntegrationPattern.RequestResponse, Arn.HasPlaceholder: false })
            .Select(static at => ExpressionMutators.With(at.State, at.Member, "$$.Task.Token"))),
    ];

    private static IEnumerable<JsonMember> Texts(State state) => Written.Texts(state, "Parameters").Select(static at => at.Member).Where(static member => member.Name.EndsWith(".$", StringComparison.Ordinal));

    // A plain path into the input, which takes its data from nowhere else.
    private static bool Reads(State state, string field) => Written.Texts(state, field)
        .Any(static at => at.Member.Name.EndsWith(".$", StringComparison.Ordinal) && IsPlain(at.Member.Text()));

    // A path that may name several places gives an empty array where there is none. FEATURES L-117.
    private static bool IsPlain(string path) => path.Length > 2 && path.StartsWith("$.", StringComparison.Ordinal) && char.IsLetter(path[2]) && path.All(static c => char.IsLetterOrDigit(c) || c is '$' or '.' or '_' or '-');

    private static IEnumerable<(Transition Way, State State)> Reading(SoundDefinition definition) => definition.PathStates
        .Where(static state => state.InputPath.IsDefault && Reads(state, "Parameters"))
        .Select(state => (Way: definition.OnlyWayTo(state)!, State: state)).Where(static at => at.Way is not null);

    private static Edit[] Put(Transition way, string state) => SoundDefinition.Between(way, "Mutant", state + JsonText.Quote(way.Target.Name) + "}");

    // Where a catcher alone leads to a state that reads the input, its ResultPath is what keeps that.
    private static IEnumerable<Mutation> Caught(SoundDefinition definition)
    {
        foreach (State state in definition.PathStates.Where(static state => state.InputPath.IsDefault && state.Flow.Start != state))
        {
            Transition[] ways = [.. definition.Transitions.Where(way => way.Target == state)];
            string[] read = [.. Texts(state).Select(static member => member.Text()).Where(static path => IsPlain(path))];
            bool onlyCaught = ways.Length > 0 && ways.All(static way => way.State is WorkState work && work.Catch.Any(catcher => catcher.Source == way.Holder) && way.Holder["ResultPath"] is StringNode);
            if (onlyCaught && read.Any(static path => !path.StartsWith("$.Error", StringComparison.Ordinal) && !path.StartsWith("$.Cause", StringComparison.Ordinal)))
                yield return new Mutation(state.Source.Pointer, [.. ways.Select(static way => Edit.Replace(way.Holder["ResultPath"]!, "\"$\""))]);
        }
    }

    // The first field that the first rule compares without asking for it.
    private static string? Unguarded(ChoiceState choice) =>
        choice.Rules[0].Condition is ComparisonCondition { Operator: not ComparisonOperator.IsPresent, Literal: not null } comparison && IsPlain(comparison.Variable.Text)
        && choice.InputPath.IsDefault && !choice.Source.ToCompactJson().Contains("IsPresent", StringComparison.Ordinal) && !comparison.Variable.Text.Contains('[')
            ? comparison.Variable.Text : null;

    private static string Fork(ChoiceState choice)
    {
        string name = JsonText.Quote(choice.Name);
        return $$"""
            "MutantFork":{"Type":"Choice","Choices":[{"Variable":"$.mutant","IsPresent":true,"Next":"MutantWith"}],"Default":"MutantWithout"},
            "MutantWith":{"Type":"Pass","Result":"a","ResultPath":{{JsonText.Quote(Unguarded(choice)!)}},"Next":{{name}}},
            "MutantWithout":{"Type":"Pass","Result":{"mutant":1},"Next":{{name}}}
            """;
    }
}
