using System.Text.RegularExpressions;
using Compiled.Events.Buses;
using Compiled.Events.Inputs;
using Compiled.Events.Patterns;
using Compiled.Testing;
using Compiled.Values;

namespace Compiled.Events.Tests.Buses;

/// <summary>FEATURES T-100 to T-103, E-052.</summary>
public sealed class EventBusTests
{
    private static readonly DateTimeOffset s_now = new(2026, 11, 26, 17, 0, 0, TimeSpan.Zero);

    private readonly List<(string Input, string Id)> _got = [];

    [Fact]
    public async Task Event_ThatMatches_ReachesTheTarget()
    {
        await using EventBus bus = new("eu-central-1", "111122223333", new VirtualTimeProvider(s_now));
        bus.Put(Rule("orders", """{"source": ["shop"], "detail": {"total": [{"numeric": [">", 5]}]}}"""));

        JsonValue answer = bus.PutEvents(JsonValue.Parse(
            """
            {"Entries": [
                {"Source": "shop", "DetailType": "Order", "Detail": "{\"total\": 7}", "Resources": ["r"], "Time": 1764176400},
                {"Source": "shop", "DetailType": "Order", "Detail": "{\"total\": 3}"}]}
            """));
        await bus.DrainAsync();

        Assert.Equal("""{"FailedEntryCount":0,"Entries":[{"EventId":"ID"},{"EventId":"ID"}]}""", Ids(answer.ToString()));
        (string input, string id) = Assert.Single(_got);
        Assert.Equal(
            """{"version":"0","id":"ID","detail-type":"Order","source":"shop","account":"111122223333","time":"2025-11-26T17:00:00Z","region":"eu-central-1","resources":["r"],"detail":{"total":7}}""",
            Ids(input));
        Assert.Equal(answer.Get("Entries")[0].Get("EventId").AsString(), id);
    }

    [Fact]
    public async Task Event_OfARuleWithTransformer_IsTransformed()
    {
        await using EventBus bus = new(timeProvider: new VirtualTimeProvider(s_now));
        bus.Put(Rule("orders", """{"source": ["shop"]}""", TargetInput.Read(
            inputPathsMap: new Dictionary<string, string> { ["total"] = "$.detail.total" }, inputTemplate: """{"sum": <total>, "rule": "<aws.events.rule-arn>"}""")));

        bus.PutEvents(JsonValue.Parse("""{"Entries": [{"Source": "shop", "DetailType": "Order", "Detail": "{\"total\": 7}"}]}"""));
        await bus.DrainAsync();

        Assert.Equal("""{"sum":7,"rule":"arn:aws:events:us-east-1:123456789012:rule/orders"}""", Assert.Single(_got).Input);
    }

    [Theory]
    [InlineData("""{"Source": "s", "DetailType": "d", "Detail": "jason"}""", "MalformedDetail", "Detail is malformed.")]
    [InlineData("""{"Source": "s", "DetailType": "d", "Detail": "[]"}""", "MalformedDetail", "Detail is malformed.")]
    [InlineData("""{"Source": "s", "Detail": "{}"}""", "InvalidArgument", "Parameter DetailType is not valid. Reason: DetailType is a required argument.")]
    public void Entry_ThatIsNone_IsAnswered(string entry, string code, string message)
    {
        JsonValue answer = new EventBus().PutEvents(JsonValue.Parse($$"""{"Entries": [{{entry}}] }"""));

        Assert.Equal($$"""{"FailedEntryCount":1,"Entries":[{"ErrorCode":"{{code}}","ErrorMessage":"{{message}}"}]}""", answer.ToString());
    }

    [Fact]
    public async Task Target_ThatThrows_GetsTheEventAgain()
    {
        EagerClock clock = new();
        await using EventBus bus = new(timeProvider: clock);
        int attempts = 0;
        bus.Put(Rule("r", """{"a": [1]}""") with
        {
            Targets = [new EventTarget { Id = "t", Deliver = (_, _, _) => ++attempts < 3 ? throw new InvalidOperationException("not yet") : Task.CompletedTask }],
        });

        Assert.Equal(1, bus.Publish(JsonValue.Parse("""{"a": 1}""")));
        await bus.DrainAsync();

        Assert.Equal(3, attempts);
        Assert.Equal([1, 2], clock.Delays);
    }

    [Fact]
    public async Task Target_WhosePathLeadsNowhere_IsGivenUpAtOnce()
    {
        await using EventBus bus = new(timeProvider: new VirtualTimeProvider(s_now));
        bus.Put(Rule("r", """{"a": [1]}""", TargetInput.Read(inputPath: "$.detail.x")));

        bus.Publish(JsonValue.Parse("""{"a": 1}"""));
        await bus.DrainAsync();

        Assert.Empty(_got);
    }

    [Fact]
    public async Task Rule_Removed_GetsNothingMore()
    {
        await using EventBus bus = new();
        bus.Put(Rule("b", """{"a": [1]}"""));
        bus.Put(Rule("a", """{"a": [2]}"""));

        Assert.Equal(["a", "b"], bus.Rules.Select(rule => rule.Name));
        Assert.True(bus.Remove("b"));
        Assert.False(bus.Remove("b"));
        Assert.Equal(0, bus.Publish(JsonValue.Parse("""{"a": 1}""")));
    }

    [Fact]
    public async Task Task_OfPutEvents_PutsWithItsExecutionAsResource()
    {
        await using EventBus bus = new(timeProvider: new VirtualTimeProvider(s_now));
        bus.Put(Rule("r", """{"source": ["flow"]}""", TargetInput.Read(inputTemplate: "<all>", inputPathsMap: new Dictionary<string, string> { ["all"] = "$" })));

        ExecutionResult result = await Machines.RunAsync(new Steps(), Put, """{"Entries": [{"Source": "flow", "DetailType": "d", "Detail": {"a": 1}, "Resources": ["mine"]}]}""", Handlers(bus));
        await bus.DrainAsync();

        Assert.Equal("""{"Entries":[{"EventId":"ID"}],"FailedEntryCount":0}""", Ids(result.Output.ToString()));
        JsonValue got = JsonValue.Parse(Assert.Single(_got).Input);
        Assert.Equal("""{"a":1}""", got.Get("detail").ToString());
        Assert.Equal(
            """["mine","arn:aws:states:us-east-1:123456789012:express:M:run:1","arn:aws:states:us-east-1:123456789012:stateMachine:M"]""", got.Get("resources").ToString());
    }

    [Fact]
    public async Task Task_OfPutEventsThatFails_FailsAsRecorded()
    {
        ExecutionResult result = await Machines.RunAsync(new Steps(), Put, """{"Entries": [{"Source": "flow", "DetailType": "d", "Detail": "jason"}]}""", Handlers(new EventBus()));

        Assert.Equal(
            ("EventBridge.FailedEntry", """{"Entries":[{"ErrorCode":"MalformedDetail","ErrorMessage":"Detail is malformed."}],"FailedEntryCount":1}"""), (result.Error, result.Cause));
    }

    private const string Put = """{"StartAt": "Put", "States": {"Put": {"Type": "Task", "Resource": "arn:aws:states:::events:putEvents", "End": true}}}""";

    private static Tasks.TaskHandlerRegistry Handlers(EventBus bus) => new Tasks.TaskHandlerRegistry().Add(PutEventsHandler.Resource, new PutEventsHandler(bus));

    private static string Ids(string text) => Regex.Replace(text, "[0-9a-f]{8}-[0-9a-f-]{27}", "ID");

    private EventRule Rule(string name, string pattern, TargetInput? input = null) => new()
    {
        Name = name,
        Pattern = EventPattern.Parse(pattern),
        Targets =
        [
            new EventTarget
            {
                Id = "t",
                Input = input ?? TargetInput.Event,
                Deliver = (value, id, _) =>
                {
                    _got.Add((value.ToString(), id));
                    return Task.CompletedTask;
                },
            },
        ],
    };
}
