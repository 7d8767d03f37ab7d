using System.Text.Json.Nodes;
using Compiled;
using Compiled.Hosting;
using Compiled.Server;
using Value = Compiled.Values.JsonValue;

namespace Server.Tests;

/// <summary>Express executions: in the call, and by themselves. FEATURES P-082, X-023, X-026, X-030 to X-032.</summary>
public sealed class ExpressTests : IAsyncLifetime
{
    private const string Arn = ApiHost.Prefix + "stateMachine:Order", Express = ApiHost.Prefix + "express:Order:";

    private const string CallsATask = """{"StartAt":"Call","States":{"Call":{"Type":"Task","Resource":"arn:aws:lambda:us-east-1:123456789012:function:work","End":true}}}""";

    private readonly Signal _signal = new();

    private ApiHost _api = null!;

    public async Task InitializeAsync() => _api = await ApiHost.StartAsync(tasks: _signal);

    public async Task DisposeAsync() => await _api.DisposeAsync();

    [Fact]
    public async Task StartSync_TellsEverything()
    {
        await _api.CreateAsync("Order", Definitions.Pass, "EXPRESS");

        JsonObject ended = await _api.CallAsync("StartSyncExecution", new JsonObject { ["stateMachineArn"] = Arn, ["name"] = "first", ["input"] = """{"a":1}""", ["traceHeader"] = "Root=1" });

        string arn = (string)ended["executionArn"]!;
        Assert.StartsWith(Express + "first:", arn, StringComparison.Ordinal);
        Assert.True(Guid.TryParseExact(arn.Split(':')[^1], "D", out _), arn);
        Assert.Equal(
            $$$"""{"executionArn":"{{{arn}}}","stateMachineArn":"{{{Arn}}}","name":"first","startDate":1795694400,"stopDate":1795694400,"status":"SUCCEEDED","input":"{\"a\":1}","inputDetails":{"included":true},"output":"{\"a\":1}","outputDetails":{"included":true},"traceHeader":"Root=1","billingDetails":{"billedMemoryUsedInMB":64,"billedDurationInMilliseconds":100}}""",
            ApiHost.Text(ended));
    }

    [Fact]
    public async Task StartSync_OfOneThatFails_AnswersWell_AndTellsOfTheFailure()
    {
        await _api.CreateAsync("Order", Definitions.Fail, "EXPRESS");

        JsonObject ended = await _api.CallAsync("StartSyncExecution", new JsonObject { ["stateMachineArn"] = Arn });

        Assert.Equal(
            ("FAILED", "Oops", "It broke.", false, """{"included":true}"""),
            ((string?)ended["status"], (string?)ended["error"], (string?)ended["cause"], ended.ContainsKey("output"), ApiHost.Text(ended["outputDetails"]!)));
    }

    [Fact]
    public async Task StartSync_WithMetadataOnly_LeavesTheDataOut()
    {
        await _api.CreateAsync("Order", Definitions.Pass, "EXPRESS");

        JsonObject ended = await _api.CallAsync("StartSyncExecution", new JsonObject { ["stateMachineArn"] = Arn, ["includedData"] = "METADATA_ONLY" });

        Assert.Equal((false, false, "SUCCEEDED"), (ended.ContainsKey("input"), ended.ContainsKey("output"), (string?)ended["status"]));
        Assert.Equal(("""{"included":false}""", """{"included":false}"""), (ApiHost.Text(ended["inputDetails"]!), ApiHost.Text(ended["outputDetails"]!)));
    }

    [Fact]
    public async Task StartSync_LongerThanFiveMinutes_TimesOut()
    {
        await _api.CreateAsync("Order", """{"StartAt":"Wait","States":{"Wait":{"Type":"Wait","Seconds":301,"End":true}}}""", "EXPRESS");
        Task<JsonObject> ending = _api.CallAsync("StartSyncExecution", new JsonObject { ["stateMachineArn"] = Arn });
        while (!ending.IsCompleted)
        {
            _api.Time.Advance(TimeSpan.FromSeconds(0.1));
            await Task.Yield();
        }

        JsonObject ended = await ending;

        Assert.Equal(("TIMED_OUT", "States.Timeout"), ((string?)ended["status"], (string?)ended["error"]));
        // The clock goes on while the execution ends.
        decimal billed = (decimal)ended["billingDetails"]!["billedDurationInMilliseconds"]!;
        Assert.Equal((true, 0m), (billed >= 300_000, billed % 100));
    }

    [Fact]
    public async Task StartSync_OfAStandardMachine_IsNotSupported()
    {
        await _api.CreateAsync("Order", Definitions.Pass);

        Assert.Equal(
            ("StateMachineTypeNotSupported", "This operation is not supported by this type of state machine"),
            await _api.RefuseAsync("StartSyncExecution", new JsonObject { ["stateMachineArn"] = Arn }));
    }

    [Fact]
    public async Task Start_OfAnExpressMachine_AnswersBeforeItsEnd_AndTheSameNameStartsAnother()
    {
        await _api.CreateAsync("Order", CallsATask, "EXPRESS");
        JsonObject request = new() { ["stateMachineArn"] = Arn, ["name"] = "same", ["input"] = """{"a":1}""" };

        JsonObject first = await _api.CallAsync("StartExecution", request), second = await _api.CallAsync("StartExecution", request);

        Assert.StartsWith(Express + "same:", (string)first["executionArn"]!, StringComparison.Ordinal);
        Assert.NotEqual((string?)first["executionArn"], (string?)second["executionArn"]);
        Assert.Equal("""{"a":1}""", await _signal.NextAsync());
        Assert.Equal("""{"a":1}""", await _signal.NextAsync());
    }

    [Fact]
    public async Task Start_OfMoreThanTheQueueHolds_IsThrottled()
    {
        Held held = new();
        StepFunctionsOptions options = new() { Express = new ExpressHostOptions { MaxConcurrency = 1, QueueCapacity = 1 } };
        await using ApiHost api = await ApiHost.StartAsync(tasks: held, options: options);
        await api.CreateAsync("Order", CallsATask, "EXPRESS");
        JsonObject request = new() { ["stateMachineArn"] = Arn };
        await api.CallAsync("StartExecution", request);
        await held.Called;
        await api.CallAsync("StartExecution", request);

        Assert.Equal(("ThrottlingException", "Rate exceeded"), await api.RefuseAsync("StartExecution", request));
        held.Release();
    }

    [Fact]
    public async Task OtherOperations_OnAnExpressExecution_RefuseItsArn()
    {
        await _api.CreateAsync("Order", Definitions.Pass, "EXPRESS");
        string arn = (string)(await _api.CallAsync("StartExecution", new JsonObject { ["stateMachineArn"] = Arn }))["executionArn"]!;

        foreach (string operation in (string[])["DescribeExecution", "GetExecutionHistory", "StopExecution", "RedriveExecution", "DescribeStateMachineForExecution"])
            Assert.Equal(("InvalidArn", "Invalid Arn: 'Resource type not valid in this context: express'"), await _api.RefuseAsync(operation, new JsonObject { ["executionArn"] = arn }));
    }

    [Fact]
    public async Task StartSync_ByAnAlias_RunsItsVersion()
    {
        await _api.CreateAsync("Order", Definitions.Result("one"), "EXPRESS", publish: true);
        await _api.CallAsync("UpdateStateMachine", new JsonObject { ["stateMachineArn"] = Arn, ["definition"] = Definitions.Result("two") });
        await _api.CallAsync("CreateStateMachineAlias", new JsonObject
        {
            ["name"] = "live",
            ["routingConfiguration"] = new JsonArray(new JsonObject { ["stateMachineVersionArn"] = Arn + ":1", ["weight"] = 100 }),
        });

        Assert.Equal("\"one\"", (string?)(await _api.CallAsync("StartSyncExecution", new JsonObject { ["stateMachineArn"] = Arn + ":live" }))["output"]);
        Assert.Equal("\"two\"", (string?)(await _api.CallAsync("StartSyncExecution", new JsonObject { ["stateMachineArn"] = Arn }))["output"]);
    }

    // Tells of each call of the task.
    private sealed class Signal : ITaskHandler
    {
        private readonly System.Threading.Channels.Channel<string> _inputs = System.Threading.Channels.Channel.CreateUnbounded<string>();

        public ValueTask<Value> HandleAsync(Value input, TaskContext context, CancellationToken cancellationToken)
        {
            _inputs.Writer.TryWrite(System.Text.Encoding.UTF8.GetString(input.ToUtf8()));
            return ValueTask.FromResult(input);
        }

        public ValueTask<string> NextAsync() => _inputs.Reader.ReadAsync();
    }

    private sealed class Held : ITaskHandler
    {
        private readonly TaskCompletionSource _called = new(TaskCreationOptions.RunContinuationsAsynchronously), _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Called => _called.Task;

        public void Release() => _released.SetResult();

        public async ValueTask<Value> HandleAsync(Value input, TaskContext context, CancellationToken cancellationToken)
        {
            _called.TrySetResult();
            await _released.Task;
            return input;
        }
    }
}
