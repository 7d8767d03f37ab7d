using System.Text.Json;
using Compiled.Simulation;
using Compiled.Simulation.Behaviours;
using Compiled.Testing;
using Compiled.Values;

namespace Conformance.Tests.Simulation;

public sealed class TaskSimulatorTests
{
    private const string Function = "arn:aws:lambda:us-east-1:111111111111:function:f";
    private const string Invoke = "arn:aws:states:::lambda:invoke";

    [Theory]
    [InlineData("""{"behaviour":"echo"}""", """{"a":1}""", """{"a":1}""")]
    [InlineData("""{"behaviour":"return","value":[1,null]}""", "{}", "[1,null]")]
    [InlineData("""{"behaviour":"return_large_string","character":"a","count":3}""", "{}", "\"aaa\"")]
    [InlineData("""{"behaviour":"python","code":"def handler(event, context):\n    return event\n"}""", "[1]", "[1]")]
    [InlineData("""{"behaviour":"python","code":"def handler(event, context):\n    return \"x\"\n"}""", "[1]", "\"x\"")]
    [InlineData("""{"behaviour":"python","code":"def handler(event, context):\n    return f\"in-{event}\"\n"}""", """["s",1,true,null,{"k":"it's"}]""", """ "in-['s', 1, True, None, {'k': \"it's\"}]" """)]
    [InlineData("""{"behaviour":"python","code":"def handler(event, context):\n    return f\"in-{event}\"\n"}""", "\"s\"", "\"in-s\"")]
    public async Task Perform_Function_GivesItsResult(string behaviour, string input, string output) =>
        Assert.Equal(output.Trim(), (await PerformAsync(World((Function, behaviour)), Function, input)).ToString());

    [Fact]
    public async Task Perform_Raise_FailsAsPythonInLambda()
    {
        JsonValue result = await PerformAsync(World((Function, """{"behaviour":"raise","errorType":"Custom","errorMessage":"No \"luck\"."}""")), Function, "{}");
        Assert.Equal("Custom", result.AsFault!.Error);
        JsonElement cause = JsonElement.Parse(result.AsFault.Cause!);
        Assert.Equal(["errorMessage", "errorType", "requestId", "stackTrace"], cause.EnumerateObject().Select(static member => member.Name));
        Assert.Equal("No \"luck\".", cause.GetProperty("errorMessage").GetString());
    }

    [Fact]
    public async Task Perform_Sleep_EndsWhenTheClockSaysSo()
    {
        VirtualTimeProvider time = new();
        TaskSimulator world = World((Function, """{"behaviour":"sleep","seconds":60,"then":{"behaviour":"echo"}}"""));
        Task<JsonValue> reply = PerformAsync(world, Function, "1", time: time);
        time.Advance(TimeSpan.FromSeconds(59.9));
        Assert.False(reply.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(0.1));
        Assert.Equal("1", (await reply).ToString());
    }

    [Theory]
    [InlineData("f")]
    [InlineData(Function)]
    [InlineData("111111111111:function:f")]
    public async Task Perform_Invoke_WrapsTheFunctionsResult(string name)
    {
        TaskSimulator world = World((Invoke, """{"behaviour":"invoke"}"""), (Function, """{"behaviour":"echo"}"""));
        JsonElement result = (await PerformAsync(world, Invoke, $$"""{"FunctionName":"{{name}}","Payload":{"a":1}}""")).ToJsonElement();
        Assert.Equal("""{"a":1}""", result.GetProperty("Payload").GetRawText());
        Assert.Equal(200, result.GetProperty("StatusCode").GetInt32());
        Assert.Equal("$LATEST", result.GetProperty("ExecutedVersion").GetString());
    }

    [Fact]
    public async Task Perform_InvokeOfAnUnknownFunction_FailsAsLambda() =>
        Assert.Equal("Lambda.ResourceNotFoundException", (await PerformAsync(World(), Invoke, """{"FunctionName":"none"}""")).AsFault!.Error);

    [Fact]
    public async Task Perform_UnknownResource_NamesIt() =>
        Assert.Contains("'arn:x'", (await PerformAsync(World(), "arn:x", "{}")).AsFault!.Cause, StringComparison.Ordinal);

    [Fact]
    public async Task Replay_SequentialCalls_GiveResultsInOrder()
    {
        TaskSimulator world = Replay("""[{"state":"A","parameters":{},"error":"E","cause":{"x":1}},{"state":"A","parameters":{},"output":2}]""");
        JsonValue first = await PerformAsync(world, "r", "{}", "A");
        Assert.Equal(("E", """{"x":1}"""), (first.AsFault!.Error, first.AsFault.Cause));
        Assert.Equal("2", (await PerformAsync(world, "r", "{}", "A")).ToString());
        Assert.Equal("Simulation.NoResultLeft", (await PerformAsync(world, "r", "{}", "A")).AsFault!.Error);
    }

    [Fact]
    public async Task Replay_CallsInAnotherOrder_MatchStateAndParameters()
    {
        TaskSimulator world = Replay("""
            [{"state":"A","parameters":{"i":"<x:1>","q":"name"},"output":"A2"},{"state":"B","parameters":{"i":1},"output":"B1"},{"state":"A","parameters":{"i":1},"output":"A1"}]
            """);
        Assert.Equal("\"B1\"", (await PerformAsync(world, "r", """{"i":1}""", "B")).ToString());
        Assert.Equal("\"A1\"", (await PerformAsync(world, "r", """{"i":1}""", "A")).ToString());
        Assert.Equal("\"A2\"", (await PerformAsync(world, "r", """{"i":"anything","q":"name"}""", "A")).ToString());
    }

    [Fact]
    public async Task Replay_ErrorAndCauseAbsent_FailsWithoutThem()
    {
        JsonValue result = await PerformAsync(Replay("""[{"state":"A","parameters":{}}]"""), "r", "{}", "A");
        Assert.True(result.IsFailure);
        Assert.Null(result.AsFault!.Error);
        Assert.Null(result.AsFault.Cause);
    }

    [Fact]
    public async Task Replay_TimedOut_NeverAnswers()
    {
        VirtualTimeProvider time = new();
        using CancellationTokenSource stop = new();
        Task<JsonValue> reply = PerformAsync(Replay("""[{"state":"A","parameters":{},"error":"States.Timeout","timed_out":true}]"""), "r", "{}", "A", time, stop.Token);
        time.Advance(TimeSpan.FromDays(400));
        Assert.False(reply.IsCompleted);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reply);
    }

    [Fact]
    public async Task Replay_Submitted_IsToldBeforeTheResult()
    {
        TaskSimulator world = Replay("""[{"state":"A","parameters":{},"output":1,"submitted":{"id":7}}]""");
        TaskCall call = Call(world, "r", "{}", "A", new VirtualTimeProvider());
        Assert.Equal("1", (await world.PerformAsync(call, CancellationToken.None)).ToString());
        Assert.Equal("""{"id":7}""", call.Submitted.ToString());
    }

    [Fact]
    public async Task Raise_WithRecordedResults_GivesThoseFirst()
    {
        TaskSimulator world = World(("r", """{"behaviour":"raise","errorType":"E","errorMessage":"m","results":[{"error":"E","cause":"recorded"}]}"""));
        Assert.Equal("recorded", (await PerformAsync(world, "r", "{}")).AsFault!.Cause);
        Assert.Contains("\"errorMessage\":\"m\"", (await PerformAsync(world, "r", "{}")).AsFault!.Cause, StringComparison.Ordinal);
    }

    private static TaskSimulator Replay(string results) => World(("r", $$"""{"behaviour":"replay","results":{{results}}}"""));

    private static TaskSimulator World(params (string Resource, string Behaviour)[] tasks) => TaskSimulator.Read(JsonElement.Parse(
        "{" + string.Join(",", tasks.Select(static task => $"\"{task.Resource}\":{task.Behaviour}")) + "}"));

    private static Task<JsonValue> PerformAsync(
        TaskSimulator world, string resource, string input, string? state = null, TimeProvider? time = null, CancellationToken cancellationToken = default) =>
        world.PerformAsync(Call(world, resource, input, state, time ?? new VirtualTimeProvider()), cancellationToken).AsTask();

    private static TaskCall Call(TaskSimulator world, string resource, string input, string? state, TimeProvider time) =>
        new() { World = world, Resource = resource, Input = JsonValue.Parse(input), StateName = state, Time = time };
}
