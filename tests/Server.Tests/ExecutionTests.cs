using System.Text.Json.Nodes;

namespace Server.Tests;

/// <summary>Starting, describing, listing, stopping and redriving Standard executions, and their histories. FEATURES P-080 to P-087.</summary>
public sealed class ExecutionTests : IAsyncLifetime
{
    private const string Arn = ApiHost.Prefix + "stateMachine:Order", Execution = ApiHost.Prefix + "execution:Order:first";

    private ApiHost _api = null!;

    public async Task InitializeAsync() => _api = await ApiHost.StartAsync();

    public async Task DisposeAsync() => await _api.DisposeAsync();

    [Fact]
    public async Task Start_ThenDescribe_TellsEverything()
    {
        await _api.CreateAsync("Order", Definitions.Pass);

        JsonObject started = await _api.CallAsync("StartExecution", new JsonObject
        {
            ["stateMachineArn"] = Arn,
            ["name"] = "first",
            ["input"] = """{"a":"ä"}""",
            ["traceHeader"] = "Root=1-5759e988-bd862e3fe1be46a994272793",
        });

        Assert.Equal($$"""{"executionArn":"{{Execution}}","startDate":1795694400}""", ApiHost.Text(started));
        Assert.Equal(
            $$"""{"executionArn":"{{Execution}}","stateMachineArn":"{{Arn}}","name":"first","status":"SUCCEEDED","startDate":1795694400,"stopDate":1795694400,"input":"{\"a\":\"ä\"}","inputDetails":{"included":true},"output":"{\"a\":\"ä\"}","outputDetails":{"included":true},"traceHeader":"Root=1-5759e988-bd862e3fe1be46a994272793","redriveCount":0,"redriveStatus":"NOT_REDRIVABLE","redriveStatusReason":"Execution is SUCCEEDED and cannot be redriven"}""",
            ApiHost.Text(await _api.EndAsync(Execution)));
        JsonObject metadata = await _api.CallAsync("DescribeExecution", new JsonObject { ["executionArn"] = Execution, ["includedData"] = "METADATA_ONLY" });
        Assert.Equal((false, false, "SUCCEEDED"), (metadata.ContainsKey("input"), metadata.ContainsKey("output"), (string?)metadata["status"]));
        Assert.Equal(("""{"included":false}""", """{"included":false}"""), (ApiHost.Text(metadata["inputDetails"]!), ApiHost.Text(metadata["outputDetails"]!)));
    }

    [Fact]
    public async Task Start_WithoutInput_HasAnEmptyObject_AndWithoutName_AUuid()
    {
        await _api.CreateAsync("Order", Definitions.Pass);

        string arn = (string)(await _api.CallAsync("StartExecution", new JsonObject { ["stateMachineArn"] = Arn }))["executionArn"]!;

        Assert.Equal("{}", (string?)(await _api.EndAsync(arn))["input"]);
        Assert.True(Guid.TryParseExact(arn.Split(':')[^1], "D", out _), arn);
    }

    [Theory]
    [InlineData("not JSON", "Invalid State Machine Execution Input: 'Unrecognized token 'not': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')'")]
    [InlineData("{'a': 1}", "Invalid State Machine Execution Input: 'Unexpected character (''' (code 39)): was expecting double-quote to start field name'")]
    [InlineData("", "Invalid State Machine Execution Input: 'Invalid execution input.'")]
    public async Task Start_WithInputThatIsNoJson_IsRefusedInAwsWords(string input, string message)
    {
        await _api.CreateAsync("Order", Definitions.Pass);

        Assert.Equal(("InvalidExecutionInput", message), await _api.RefuseAsync("StartExecution", new JsonObject { ["stateMachineArn"] = Arn, ["input"] = input }));
        Assert.Empty(await ListAsync(new JsonObject { ["stateMachineArn"] = Arn }));
    }

    [Fact]
    public async Task Start_WithTheLargestInput_Runs_AndOneByteMoreIsRefused()
    {
        await _api.CreateAsync("Order", Definitions.Result("small"));
        string largest = $"\"{new string('a', 262_142)}\"";

        Assert.Equal("SUCCEEDED", (string?)(await _api.EndAsync(await _api.StartAsync(Arn, largest)))["status"]);
        Assert.Equal("ValidationException", (await _api.RefuseAsync("StartExecution", new JsonObject { ["stateMachineArn"] = Arn, ["input"] = largest + " " })).Code);
    }

    [Theory]
    [InlineData("42")]
    [InlineData("\"text\"")]
    [InlineData("[1,2]")]
    [InlineData("null")]
    public async Task Start_WithAnyJson_TakesIt(string input)
    {
        await _api.CreateAsync("Order", Definitions.Pass);

        Assert.Equal(input, (string?)(await _api.EndAsync(await _api.StartAsync(Arn, input)))["output"]);
    }

    [Fact]
    public async Task Start_OfTheSameNameAndInput_WhileItRuns_IsTheSame_AndExistsOtherwise()
    {
        await _api.CreateAsync("Order", Definitions.Wait);
        JsonObject first = await StartAsync("""{"a":1,"b":2}""");
        _api.Time.Advance(TimeSpan.FromSeconds(1));

        JsonObject again = await StartAsync("""{ "b": 2, "a": 1 }""");

        Assert.Equal(ApiHost.Text(first), ApiHost.Text(again));
        Assert.Equal(("ExecutionAlreadyExists", $"Execution Already Exists: '{Execution}'"), await _api.RefuseAsync("StartExecution", Start("""{"a":2}""")));
        await _api.CallAsync("StopExecution", Of(Execution));
        Assert.Equal(("ExecutionAlreadyExists", $"Execution Already Exists: '{Execution}'"), await _api.RefuseAsync("StartExecution", Start("""{"a":1,"b":2}""")));
    }

    [Fact]
    public async Task Start_OfWhatIsNotThere_IsRefused()
    {
        Assert.Equal(("StateMachineDoesNotExist", $"State Machine Does Not Exist: '{Arn}'"), await _api.RefuseAsync("StartExecution", new JsonObject { ["stateMachineArn"] = Arn }));
        Assert.Equal(("InvalidArn", "Invalid Arn: 'Invalid ARN prefix: Order'"), await _api.RefuseAsync("StartExecution", new JsonObject { ["stateMachineArn"] = "Order" }));
        Assert.Equal(
            ("InvalidArn", "Invalid Arn: 'Resource type not valid in this context: execution'"),
            await _api.RefuseAsync("StartExecution", new JsonObject { ["stateMachineArn"] = Execution }));
        Assert.Equal(
            ("ValidationException", $"API does not support labeled ARNs: {Arn}/Each"),
            await _api.RefuseAsync("StartExecution", new JsonObject { ["stateMachineArn"] = Arn + "/Each" }));
        await _api.CreateAsync("Order", Definitions.Pass);
        Assert.Equal(("InvalidName", "Invalid Name: 'a:b'"), await _api.RefuseAsync("StartExecution", new JsonObject { ["stateMachineArn"] = Arn, ["name"] = "a:b" }));
    }

    [Fact]
    public async Task Unknown_Executions_DoNotExist()
    {
        (string, string) missing = ("ExecutionDoesNotExist", $"Execution Does Not Exist: '{Execution}'");
        foreach (string operation in (string[])["DescribeExecution", "GetExecutionHistory", "StopExecution", "RedriveExecution", "DescribeStateMachineForExecution"])
            Assert.Equal(missing, await _api.RefuseAsync(operation, Of(Execution)));
    }

    [Fact]
    public async Task Stop_AbortsWithErrorAndCause_AndIsTheSameAgain()
    {
        await _api.CreateAsync("Order", Definitions.Wait);
        await StartAsync();
        _api.Time.Advance(TimeSpan.FromSeconds(1));

        JsonObject stopped = await _api.CallAsync("StopExecution", new JsonObject { ["executionArn"] = Execution, ["error"] = "Enough", ["cause"] = "It took too long." });
        _api.Time.Advance(TimeSpan.FromSeconds(1));
        JsonObject again = await _api.CallAsync("StopExecution", Of(Execution));

        Assert.Equal("""{"stopDate":1795694401}""", ApiHost.Text(stopped));
        Assert.Equal(ApiHost.Text(stopped), ApiHost.Text(again));
        JsonObject described = await _api.EndAsync(Execution);
        Assert.Equal(
            ("ABORTED", "Enough", "It took too long.", "REDRIVABLE", false),
            ((string?)described["status"], (string?)described["error"], (string?)described["cause"], (string?)described["redriveStatus"], described.ContainsKey("output")));
        Assert.Equal(
            """{"timestamp":1795694401,"type":"ExecutionAborted","id":3,"previousEventId":0,"executionAbortedEventDetails":{"error":"Enough","cause":"It took too long."}}""",
            Sorted((await HistoryAsync())[^1]));
    }

    [Fact]
    public async Task History_HasTheEvents_InBothOrders_InPages_AndWithoutData()
    {
        await _api.CreateAsync("Order", Definitions.Pass);
        await StartAsync("""{"a":1}""");
        await _api.EndAsync(Execution);

        JsonNode[] events = await HistoryAsync();

        Assert.Equal(["ExecutionStarted", "PassStateEntered", "PassStateExited", "ExecutionSucceeded"], events.Select(static item => (string?)item["type"]));
        Assert.Equal(
            """{"timestamp":1795694400,"type":"PassStateEntered","id":2,"previousEventId":0,"stateEnteredEventDetails":{"name":"Done","input":"{\"a\":1}","inputDetails":{"truncated":false}}}""",
            Sorted(events[1]));
        Assert.Equal([4, 3, 2, 1], (await HistoryAsync(new JsonObject { ["reverseOrder"] = true, ["maxResults"] = 3 })).Select(static item => (int)item["id"]!));
        JsonNode[] bare = await HistoryAsync(new JsonObject { ["includeExecutionData"] = false });
        Assert.Equal("""{"name":"Done"}""", ApiHost.Text(bare[1]["stateEnteredEventDetails"]!));
    }

    [Fact]
    public async Task Redrive_GoesOnFromTheFailure()
    {
        await _api.CreateAsync("Order", Definitions.Fail);
        await StartAsync();
        await _api.EndAsync(Execution);
        _api.Time.Advance(TimeSpan.FromSeconds(5));

        JsonObject redriven = await _api.CallAsync("RedriveExecution", Of(Execution));

        Assert.Equal("""{"redriveDate":1795694405}""", ApiHost.Text(redriven));
        JsonObject described = await _api.EndAsync(Execution);
        Assert.Equal((1, 1795694405m, "FAILED", "Oops"), ((int)described["redriveCount"]!, (decimal)described["redriveDate"]!, (string?)described["status"], (string?)described["error"]));
        Assert.Equal(["FailStateEntered", "ExecutionFailed", "ExecutionRedriven", "FailStateEntered", "ExecutionFailed"], (await HistoryAsync()).Skip(1).Select(static item => (string?)item["type"]));
        Assert.Equal([Execution], await ListAsync(new JsonObject { ["stateMachineArn"] = Arn, ["redriveFilter"] = "REDRIVEN" }));
        Assert.Empty(await ListAsync(new JsonObject { ["stateMachineArn"] = Arn, ["redriveFilter"] = "NOT_REDRIVEN" }));
    }

    [Fact]
    public async Task Redrive_WithTheSameClientToken_HappensOnce()
    {
        await _api.CreateAsync("Order", Definitions.Fail);
        await StartAsync();
        await _api.EndAsync(Execution);
        JsonObject request = new() { ["executionArn"] = Execution, ["clientToken"] = "one" };
        JsonObject first = await _api.CallAsync("RedriveExecution", request);
        await _api.EndAsync(Execution);
        _api.Time.Advance(TimeSpan.FromMinutes(1));

        JsonObject again = await _api.CallAsync("RedriveExecution", request);

        Assert.Equal(ApiHost.Text(first), ApiHost.Text(again));
        Assert.Equal(1, (int)(await _api.EndAsync(Execution))["redriveCount"]!);
        _api.Time.Advance(TimeSpan.FromMinutes(15));
        Assert.NotEqual(ApiHost.Text(first), ApiHost.Text(await _api.CallAsync("RedriveExecution", request)));
        Assert.Equal("ValidationException", (await _api.RefuseAsync("RedriveExecution", new JsonObject { ["executionArn"] = Execution, ["clientToken"] = "a b" })).Code);
    }

    [Fact]
    public async Task Redrive_OfOneThatRunsOrSucceeded_IsRefused()
    {
        await _api.CreateAsync("Order", Definitions.Wait);
        await StartAsync();
        Assert.Equal(("ExecutionNotRedrivable", "Execution is RUNNING and cannot be redriven"), await _api.RefuseAsync("RedriveExecution", Of(Execution)));
        while (_api.Time.AdvanceToNextTimer()) { }
        await _api.EndAsync(Execution);

        Assert.Equal(("ExecutionNotRedrivable", "Execution is SUCCEEDED and cannot be redriven"), await _api.RefuseAsync("RedriveExecution", Of(Execution)));
    }

    [Fact]
    public async Task List_IsNewestFirst_ByStatus_InPages()
    {
        await _api.CreateAsync("Order", Definitions.Wait);
        List<string> started = [];
        for (int i = 0; i < 5; i++)
        {
            started.Insert(0, await _api.StartAsync(Arn));
            _api.Time.Advance(TimeSpan.FromSeconds(1));
        }

        await _api.CallAsync("StopExecution", Of(started[2]));

        Assert.Equal(started, await ListAsync(new JsonObject { ["stateMachineArn"] = Arn, ["maxResults"] = 2 }));
        Assert.Equal([started[2]], await ListAsync(new JsonObject { ["stateMachineArn"] = Arn, ["statusFilter"] = "ABORTED" }));
        Assert.Equal(4, (await ListAsync(new JsonObject { ["stateMachineArn"] = Arn, ["statusFilter"] = "RUNNING" })).Count);
        JsonNode item = (await _api.CallAsync("ListExecutions", new JsonObject { ["stateMachineArn"] = Arn, ["statusFilter"] = "ABORTED" }))["executions"]![0]!;
        Assert.Equal(
            $$"""{"executionArn":"{{started[2]}}","stateMachineArn":"{{Arn}}","name":"{{started[2].Split(':')[^1]}}","status":"ABORTED","startDate":1795694402,"stopDate":1795694405,"redriveCount":0}""",
            ApiHost.Text(item));
    }

    [Fact]
    public async Task List_WithAWrongFilter_OrOfNothing_OrOfExpress_IsRefused()
    {
        await _api.CreateAsync("Order", Definitions.Pass, "EXPRESS");

        Assert.Equal(
            ("ValidationException", "1 validation error detected: Value 'succeeded' at 'statusFilter' failed to satisfy constraint: Member must satisfy enum value set: [SUCCEEDED, TIMED_OUT, PENDING_REDRIVE, ABORTED, FAILED, RUNNING]"),
            await _api.RefuseAsync("ListExecutions", new JsonObject { ["stateMachineArn"] = Arn, ["statusFilter"] = "succeeded" }));
        Assert.Equal("ValidationException", (await _api.RefuseAsync("ListExecutions")).Code);
        Assert.Equal(("StateMachineTypeNotSupported", "This operation is not supported by this type of state machine"), await _api.RefuseAsync("ListExecutions", new JsonObject { ["stateMachineArn"] = Arn }));
        Assert.Equal("StateMachineDoesNotExist", (await _api.RefuseAsync("ListExecutions", new JsonObject { ["stateMachineArn"] = Arn + "2" })).Code);
        const string Run = ApiHost.Prefix + "mapRun:Order/Each:0";
        Assert.Equal("ResourceNotFound", (await _api.RefuseAsync("ListExecutions", new JsonObject { ["mapRunArn"] = Run })).Code);
        Assert.Equal("ValidationException", (await _api.RefuseAsync("ListExecutions", new JsonObject { ["mapRunArn"] = Run, ["stateMachineArn"] = Arn })).Code);
    }

    private async Task<JsonObject> StartAsync(string input = "{}") => await _api.CallAsync("StartExecution", Start(input));

    private static JsonObject Start(string input) => new() { ["stateMachineArn"] = Arn, ["name"] = "first", ["input"] = input };

    private static JsonObject Of(string execution) => new() { ["executionArn"] = execution };

    private async Task<JsonNode[]> HistoryAsync(JsonObject? request = null)
    {
        request ??= [];
        request["executionArn"] = Execution;
        return await PagesAsync("GetExecutionHistory", "events", request);
    }

    private async Task<List<string>> ListAsync(JsonObject request)
        => [.. (await PagesAsync("ListExecutions", "executions", request)).Select(static item => (string)item["executionArn"]!)];

    private async Task<JsonNode[]> PagesAsync(string operation, string member, JsonObject request)
    {
        List<JsonNode> items = [];
        do
        {
            JsonObject page = await _api.CallAsync(operation, request);
            items.AddRange(page[member]!.AsArray().Select(static item => item!));
            request["nextToken"] = (string?)page["nextToken"];
        }
        while (request["nextToken"] is not null);

        return [.. items];
    }

    // The members in the order of the documentation, whatever theirs is.
    private static string Sorted(JsonNode item)
    {
        JsonObject sorted = [];
        foreach (string name in (string[])["timestamp", "type", "id", "previousEventId"])
            sorted[name] = item[name]?.DeepClone();
        foreach ((string name, JsonNode? value) in item.AsObject())
            sorted.TryAdd(name, value?.DeepClone());
        return ApiHost.Text(sorted);
    }
}
