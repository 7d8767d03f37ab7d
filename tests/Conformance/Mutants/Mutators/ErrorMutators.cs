using Compiled.Language.Binding;
using Compiled.Language.Faults;
using Compiled.Language.Json;

namespace Conformance.Mutants.Mutators;

/// <summary>Breaks Retry and Catch.</summary>
internal static class ErrorMutators
{
    public static IReadOnlyList<Mutator> All { get; } =
    [
        new(ErrorFaults.CatchAllNotAlone, "one more name", static definition => Entries(definition).Where(static at => at.Index == at.Array.Items.Count - 1)
            .Select(static at => new Mutation(at.Entry.Pointer, Edit.Set(at.Entry, "ErrorEquals", "[\"MutantError\",\"States.ALL\"]")))),
        new(ErrorFaults.CatchAllNotLast, "first", static definition => Entries(definition).Where(static at => at.Index == 0)
            .Select(static at => new Mutation(at.Array.Pointer, Edit.Insert(at.Array, 0, Entry(at.Entry, "States.ALL"))))),
        new(ErrorFaults.ShadowedRetrier, "twice", static definition => Twice(definition, "Retry")),
        new(ErrorFaults.ShadowedRetrier, "task failed first", static definition => Behind(definition, "Retry", "States.TaskFailed")),
        new(ErrorFaults.ShadowedCatcher, "twice", static definition => Twice(definition, "Catch")),
        new(ErrorFaults.ShadowedCatcher, "task failed first", static definition => Behind(definition, "Catch", "States.TaskFailed")),
        new(ErrorFaults.UnknownReservedError, "misspelt", static definition => Entries(definition).Where(static at => Names(at.Entry).Any(static name => name.Value.StartsWith("States.", StringComparison.Ordinal)))
            .Select(static at => new Mutation(at.Entry.Pointer, Edit.Replace(Names(at.Entry).First(static name => name.Value.StartsWith("States.", StringComparison.Ordinal)), "\"States.TaskFails\"")))),
        new(ErrorFaults.UnknownReservedError, "raised", static definition => definition.Machine.States.OfType<FailState>().Where(static fail => fail.Error is not null)
            .Select(static fail => new Mutation(fail.Source.Pointer, Edit.Set(fail.Source, "Error", "\"States.Mutant\"")))),
        new(ErrorFaults.ErrorCannotOccur, "heartbeat", static definition => Works(definition).OfType<TaskState>().Where(static task => task.Source["HeartbeatSeconds"] is null && task.Source["HeartbeatSecondsPath"] is null)
            .Select(static task => First(task, "Retry", "\"ErrorEquals\":[\"States.HeartbeatTimeout\"]"))),
        new(ErrorFaults.ErrorCannotOccur, "branch", static definition => Works(definition).OfType<TaskState>().Select(static task => First(task, "Retry", "\"ErrorEquals\":[\"States.BranchFailed\"]"))),
        new(ErrorFaults.ErrorCannotOccur, "reader", static definition => Works(definition).OfType<TaskState>().Select(static work => First(work, "Retry", "\"ErrorEquals\":[\"States.ItemReaderFailed\"]"))),
        new(ErrorFaults.ErrorCannotOccur, "other service", static definition => Works(definition).OfType<TaskState>()
            .Where(static task => task.Resource.Contains(":::sqs:sendMessage", StringComparison.Ordinal) || task.Resource.Contains(":::sns:publish", StringComparison.Ordinal))
            .Where(static task => !task.Resource.EndsWith("Token", StringComparison.Ordinal))
            .Select(static task => First(task, "Retry", "\"ErrorEquals\":[\"DynamoDB.ThrottlingException\"]"))),
        new(ErrorFaults.UncatchableError, "runtime", static definition => Works(definition).Select(static work => First(work, "Retry", "\"ErrorEquals\":[\"States.Runtime\"]"))),
        new(ErrorFaults.UncatchableError, "data limit", static definition => Works(definition).Select(static work => First(work, "Retry", "\"ErrorEquals\":[\"States.DataLimitExceeded\"]"))),
        new(ErrorFaults.RetryFieldWithoutEffect, "no attempts", static definition => Retriers(definition).Where(static retrier => Any(retrier, "IntervalSeconds", "BackoffRate", "MaxDelaySeconds", "JitterStrategy"))
            .Select(static retrier => new Mutation(retrier.Source.Pointer, Edit.Set(retrier.Source, "MaxAttempts", "0")))),
        new(ErrorFaults.RetryFieldWithoutEffect, "one attempt", static definition => Retriers(definition).Where(static retrier => Any(retrier, "BackoffRate"))
            .Select(static retrier => new Mutation(retrier.Source.Pointer, Edit.Set(retrier.Source, "MaxAttempts", "1")))),
        new(ErrorFaults.RetryFieldWithoutEffect, "low limit", static definition => Retriers(definition).Where(static retrier => retrier.MaxAttempts > 1)
            .Select(static retrier => new Mutation(retrier.Source.Pointer, Edit.Set(retrier.Source, "MaxDelaySeconds", "1")))),
        new(ErrorFaults.CatchLoop, "to itself", static definition => Works(definition).Where(static work => work.Retry.Count == 0)
            .Select(static work => First(work, "Catch", $"\"ErrorEquals\":[\"MutantError\"],\"Next\":{JsonText.Quote(work.Name)}"))),
        new(ErrorFaults.CatchLoop, "over a Pass", static definition => Works(definition).Where(static work => work.Retry.Count == 0 && work.QueryLanguage == QueryLanguage.JsonPath)
            .Select(static work => new Mutation(work.Source.Pointer, [
                .. First(work, "Catch", "\"ErrorEquals\":[\"MutantError\"],\"ResultPath\":\"$.error\",\"Next\":\"Mutant\"").Edits,
                Edit.Add((ObjectNode)work.Source.Parent!, $"\"Mutant\":{{\"Type\":\"Pass\",\"Next\":{JsonText.Quote(work.Name)}}}")]))),
        new(ErrorFaults.DeadCatch, "harmless branches", static definition => definition.PathStates.OfType<ParallelState>()
            .Where(static parallel => parallel.Parameters is null && parallel.ResultSelector is null && parallel.Assign is null && (parallel.ResultPath.IsDefault || parallel.ResultPath.IsNull))
            .Select(static parallel => new Mutation(parallel.Source.Pointer, [
                Edit.Replace(parallel.Source["Branches"]!, "[{\"StartAt\":\"Mutant\",\"States\":{\"Mutant\":{\"Type\":\"Wait\",\"Seconds\":1,\"End\":true}}}]"),
                .. parallel.Retry.Count + parallel.Catch.Count == 0 ? First(parallel, "Retry", "\"ErrorEquals\":[\"States.ALL\"]").Edits : []]))),
    ];

    private sealed record Place(ArrayNode Array, int Index, ObjectNode Entry);

    private static IEnumerable<WorkState> Works(SoundDefinition definition) => definition.Machine.States.OfType<WorkState>();

    private static IEnumerable<Retrier> Retriers(SoundDefinition definition) => Works(definition).SelectMany(static work => work.Retry);

    private static IEnumerable<Place> Entries(SoundDefinition definition) => Entries(definition, "Retry").Concat(Entries(definition, "Catch"));

    private static IEnumerable<Place> Entries(SoundDefinition definition, string field) => Works(definition)
        .Select(work => work.Source[field]).OfType<ArrayNode>()
        .SelectMany(static array => array.Items.Select((entry, index) => new Place(array, index, (ObjectNode)entry)));

    private static IEnumerable<StringNode> Names(ObjectNode entry) => ((ArrayNode)entry["ErrorEquals"]!).Items.OfType<StringNode>();

    private static bool Any(Retrier retrier, params string[] fields) => fields.Any(field => retrier.Source[field] is not null);

    // An entry of the same kind for another error.
    private static string Entry(ObjectNode entry, string error) =>
        "{\"ErrorEquals\":[\"" + error + "\"]" + (entry["Next"] is { } next ? ",\"Next\":" + next.ToCompactJson() : "") + "}";

    private static Mutation First(WorkState work, string field, string entry) => work.Source[field] is ArrayNode array
        ? new Mutation(work.Source.Pointer, Edit.Insert(array, 0, "{" + entry + "}"))
        : new Mutation(work.Source.Pointer, Edit.Add(work.Source, "\"" + field + "\":[{" + entry + "}]"));

    private static IEnumerable<Mutation> Twice(SoundDefinition definition, string field) => Entries(definition, field)
        .Where(static at => Names(at.Entry).All(static name => name.Value != "States.ALL"))
        .Select(static at => new Mutation($"{at.Array.Pointer}/{at.Index + 1}", Edit.Insert(at.Array, at.Index + 1, at.Entry.ToCompactJson())));

    // States.TaskFailed covers what a task fails with, but no timeouts.
    private static IEnumerable<Mutation> Behind(SoundDefinition definition, string field, string error) => Entries(definition, field)
        .Where(static at => Names(at.Entry).All(static name => !name.Value.StartsWith("States.", StringComparison.Ordinal)))
        .Select(at => new Mutation($"{at.Array.Pointer}/{at.Index + 1}", Edit.Insert(at.Array, 0, Entry(at.Entry, error))));
}
