using Compiled.Language.Binding;
using Compiled.Language.Faults;
using Compiled.Language.Json;

namespace Conformance.Mutants.Mutators;

/// <summary>Breaks paths, intrinsic calls, templates and timestamps.</summary>
internal static class ExpressionMutators
{
    private static readonly string[] s_templates = ["Parameters", "ResultSelector", "ItemSelector", "Assign"];

    public static IReadOnlyList<Mutator> All { get; } =
    [
        new(ExpressionFaults.BadJsonPath, "unclosed", static definition => Paths(definition, "InputPath", "OutputPath", "ItemsPath", "Variable").Select(static at => With(at.State, at.Member, at.Member.Text() + "["))),
        new(ExpressionFaults.BadJsonPath, "no dollar", static definition => Paths(definition, "InputPath", "OutputPath", "ItemsPath", "Variable").Select(static at => With(at.State, at.Member, at.Member.Text().TrimStart('$', '.') + "x"))),
        new(ExpressionFaults.BadReferencePath, "wildcard", static definition => Paths(definition, "ResultPath", "SecondsPath", "TimestampPath", "TimeoutSecondsPath", "HeartbeatSecondsPath")
            .Select(static at => With(at.State, at.Member, at.Member.Text() + "[*]"))),
        new(ExpressionFaults.BadReferencePath, "context object", static definition => Paths(definition, "ResultPath").Select(static at => With(at.State, at.Member, "$$.Execution.Id"))),
        new(ExpressionFaults.BadPayloadPath, "no dollar", static definition => PayloadPaths(definition).Where(static at => at.Member.Text().StartsWith('$')).Select(static at => With(at.State, at.Member, at.Member.Text().TrimStart('$', '.') + "x"))),
        new(ExpressionFaults.BadPayloadPath, "number", static definition => PayloadPaths(definition).Select(static at => new Mutation(at.State.Source.Pointer, Edit.Replace(at.Member.Value, "5")))),
        new(ExpressionFaults.BadIntrinsic, "misspelt", static definition => Intrinsics(definition).Select(static at => With(at.State, at.Member, at.Member.Text().Replace("States.", "States.x", StringComparison.Ordinal)))),
        new(ExpressionFaults.BadIntrinsic, "unclosed", static definition => Intrinsics(definition).Select(static at => With(at.State, at.Member, at.Member.Text().TrimEnd(')', ' ')))),
        new(ExpressionFaults.BadIntrinsic, "argument more", static definition => PayloadPaths(definition).Select(static at => With(at.State, at.Member, "States.UUID(1)"))),
        new(ExpressionFaults.BadIntrinsicArgument, "count of Format", static definition => PayloadPaths(definition).Select(static at => With(at.State, at.Member, $"States.Format('{{}} and {{}}', {Argument(at.Member)})"))),
        new(ExpressionFaults.BadIntrinsicArgument, "algorithm", static definition => PayloadPaths(definition).Select(static at => With(at.State, at.Member, $"States.Hash({Argument(at.Member)}, 'SHA256')"))),
        new(ExpressionFaults.BadIntrinsicArgument, "range", static definition => PayloadPaths(definition).Select(static at => With(at.State, at.Member, "States.ArrayRange(0, 5000, 1)"))),
        new(ExpressionFaults.BadIntrinsicArgument, "step", static definition => PayloadPaths(definition).Select(static at => With(at.State, at.Member, "States.ArrayRange(0, 9, 0)"))),
        new(ExpressionFaults.BadIntrinsicArgument, "chunk", static definition => PayloadPaths(definition).Select(static at => With(at.State, at.Member, $"States.ArrayPartition({Argument(at.Member)}, 0)"))),
        new(ExpressionFaults.BadIntrinsicArgument, "deep merge", static definition => PayloadPaths(definition).Select(static at => With(at.State, at.Member, $"States.JsonMerge({Argument(at.Member)}, $.b, true)"))),
        new(ExpressionFaults.BadIntrinsicArgument, "no JSON", static definition => PayloadPaths(definition).Select(static at => With(at.State, at.Member, "States.StringToJson('{a')"))),
        new(ExpressionFaults.BadIntrinsicArgument, "index", static definition => PayloadPaths(definition).Select(static at => With(at.State, at.Member, $"States.ArrayGetItem({Argument(at.Member)}, -1)"))),
        new(ExpressionFaults.BadIntrinsicArgument, "random", static definition => PayloadPaths(definition).Select(static at => With(at.State, at.Member, "States.MathRandom(9, 1)"))),
        new(ExpressionFaults.IntrinsicNotString, "length", static definition => Fails(definition).Select(static fail => new Mutation(
            fail.Source.Pointer, Edit.Rename(Field(fail, "Cause"), "CausePath"), Edit.Replace(fail.Source["Cause"]!, "\"States.ArrayLength($.list)\"")))),
        new(ExpressionFaults.DuplicatePayloadKey, "both", static definition => PayloadPaths(definition).Select(static at => new Mutation(
            at.State.Source.Pointer, Edit.Add(at.Holder, $"{JsonText.Quote(at.Member.Name[..^2])}:1")))),
        new(ExpressionFaults.BadTimestamp, "no offset", static definition => definition.PathStates.OfType<WaitState>().Select(static wait => new Mutation(
            wait.Source.Pointer, Timed(wait, "Timestamp", "\"2030-01-31T08:00:00\"")))),
        new(ExpressionFaults.BadTimestamp, "of a rule", static definition => ChoiceMutators.Comparisons(definition).Select(static at => new Mutation(
            at.Comparison.Source.Pointer, ChoiceMutators.Compared(at.Comparison, "TimestampEquals", "\"2030-01-31 08:00:00Z\"")))),
        new(DataFaults.PayloadKeyWithoutDollar, "key", static definition => PayloadPaths(definition)
            .Where(static at => at.Member.Text().StartsWith("$.", StringComparison.Ordinal) && at.Holder[at.Member.Name[..^2]] is null)
            .Select(static at => new Mutation(at.State.Source.Pointer, Edit.Rename(at.Member, at.Member.Name[..^2])))),
        new(DataFaults.PassResultIsStatic, "path", static definition => definition.PathStates.OfType<PassState>().Where(static pass => pass.Result is ObjectNode)
            .Select(static pass => new Mutation(pass.Source.Pointer, Edit.Add((ObjectNode)pass.Result!, "\"mutant\":\"$.order.id\"")))),
        new(DataFaults.NoPath, "Cause", static definition => Fails(definition).Select(static fail => new Mutation(fail.Source.Pointer, Edit.Set(fail.Source, "Cause", "\"$.error.Cause\"")))),
        new(ExpressionFaults.JsonataInJsonPathText, "expression", static definition => definition.PathStates
            .SelectMany(static state => Written.Texts(state, s_templates).Where(static at => !at.Member.Name.EndsWith(".$", StringComparison.Ordinal)).Select(at => (State: state, at.Member)))
            .Select(static at => With(at.State, at.Member, "{% $states.input.id %}"))),
    ];

    /// <summary>The JSONPath states' keys that end in <c>.$</c>, with what they read.</summary>
    public static IEnumerable<(State State, ObjectNode Holder, JsonMember Member)> PayloadPaths(SoundDefinition definition) => definition.PathStates
        .SelectMany(static state => Written.Texts(state, s_templates).Select(at => (State: state, at.Holder, at.Member)))
        .Where(static at => at.Member.Name.EndsWith(".$", StringComparison.Ordinal));

    /// <summary>Another text as the member's value.</summary>
    public static Mutation With(State state, JsonMember member, string text) => new(state.Source.Pointer, Edit.Replace(member.Value, JsonText.Quote(text)));

    /// <summary>Another time for a Wait.</summary>
    public static Edit[] Timed(WaitState wait, string field, string json)
    {
        JsonMember now = wait.Source.Members.First(static member => member.Name is "Seconds" or "SecondsPath" or "Timestamp" or "TimestampPath");
        return [Edit.Rename(now, field), Edit.Replace(now.Value, json)];
    }

    private static IEnumerable<(State State, JsonMember Member)> Paths(SoundDefinition definition, params string[] fields) => definition.PathStates
        .SelectMany(static state => Written.Texts(state).Select(at => (State: state, at.Member)))
        .Where(at => fields.Contains(at.Member.Name) && at.Member.Text().Length > 1 && !at.Member.Text().Contains("${", StringComparison.Ordinal));

    private static IEnumerable<(State State, JsonMember Member)> Intrinsics(SoundDefinition definition) =>
        PayloadPaths(definition).Where(static at => at.Member.Text().StartsWith("States.", StringComparison.Ordinal)).Select(static at => (at.State, at.Member));

    private static IEnumerable<FailState> Fails(SoundDefinition definition) => definition.PathStates.OfType<FailState>().Where(static fail => fail.Source["Cause"] is not null);

    private static JsonMember Field(State state, string name) => state.Source.Members.First(member => member.Name == name);

    // What was read there, where it may stand as an argument.
    private static string Argument(JsonMember member) => member.Text().StartsWith("States.", StringComparison.Ordinal) || member.Text().Contains('[') ? "$.a" : member.Text();
}
