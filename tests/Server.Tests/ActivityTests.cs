using System.Text.Json.Nodes;

namespace Server.Tests;

/// <summary>Activities, their workers and task tokens. FEATURES P-100 to P-105.</summary>
public sealed class ActivityTests : IAsyncLifetime
{
    private const string Arn = ApiHost.Prefix + "activity:pick", Machine = ApiHost.Prefix + "stateMachine:Order";

    private const string Picks = """{"StartAt":"Pick","States":{"Pick":{"Type":"Task","Resource":"ARN","HeartbeatSeconds":30,"TimeoutSeconds":100,"End":true}}}""";

    private ApiHost _api = null!;

    public async Task InitializeAsync() => _api = await ApiHost.StartAsync();

    public async Task DisposeAsync() => await _api.DisposeAsync();

    [Fact]
    public async Task Create_Again_IsTheSame_AndRefusedForOtherEncryption()
    {
        JsonObject created = await CreateAsync("pick");
        _api.Time.Advance(TimeSpan.FromSeconds(1));
        JsonObject again = await CreateAsync("pick");

        Assert.Equal($$"""{"activityArn":"{{Arn}}","creationDate":1795694400}""", ApiHost.Text(created));
        Assert.Equal(ApiHost.Text(created), ApiHost.Text(again));
        Assert.Equal(
            ("ActivityAlreadyExists", $"Activity Already Exists: '{Arn}'"),
            await _api.RefuseAsync("CreateActivity", new JsonObject
            {
                ["name"] = "pick",
                ["encryptionConfiguration"] = new JsonObject { ["type"] = "CUSTOMER_MANAGED_KMS_KEY", ["kmsKeyId"] = "alias/mine" },
            }));
        Assert.Equal(
            $$$"""{"activityArn":"{{{Arn}}}","name":"pick","creationDate":1795694400,"encryptionConfiguration":{"type":"AWS_OWNED_KEY"}}""",
            ApiHost.Text(await _api.CallAsync("DescribeActivity", Of(Arn))));
    }

    [Fact]
    public async Task Create_WithAWrongName_IsRefused()
        => Assert.Equal(("InvalidName", "Invalid Name: 'a/b'"), await _api.RefuseAsync("CreateActivity", new JsonObject { ["name"] = "a/b" }));

    [Fact]
    public async Task List_IsByName_InPages_AndDeletedOnesAreGone()
    {
        foreach (string name in (string[])["c", "a", "b"])
            await CreateAsync(name);

        JsonObject first = await _api.CallAsync("ListActivities", new JsonObject { ["maxResults"] = 2 });
        JsonObject second = await _api.CallAsync("ListActivities", new JsonObject { ["maxResults"] = 2, ["nextToken"] = (string?)first["nextToken"] });

        Assert.Equal(["a", "b"], Names(first));
        Assert.Equal(["c"], Names(second));
        Assert.Null(second["nextToken"]);
        Assert.Empty(await _api.CallAsync("DeleteActivity", Of(ApiHost.Prefix + "activity:b")));
        Assert.Empty(await _api.CallAsync("DeleteActivity", Of(ApiHost.Prefix + "activity:b")));
        Assert.Equal(["a", "c"], Names(await _api.CallAsync("ListActivities")));
    }

    [Fact]
    public async Task Unknown_Activities_DoNotExist()
    {
        Assert.Equal(("ActivityDoesNotExist", $"Activity Does Not Exist: '{Arn}'"), await _api.RefuseAsync("DescribeActivity", Of(Arn)));
        Assert.Equal(("ActivityDoesNotExist", $"Activity Does Not Exist: '{Arn}'"), await _api.RefuseAsync("GetActivityTask", Of(Arn)));
        Assert.Equal(("InvalidArn", "Invalid Arn: 'Resource type not valid in this context: stateMachine'"), await _api.RefuseAsync("DescribeActivity", Of(Machine)));
    }

    [Fact]
    public async Task Worker_TakesATask_AndItsSuccessIsTheOutput()
    {
        string execution = await StartAsync();

        JsonObject task = await _api.CallAsync("GetActivityTask", new JsonObject { ["activityArn"] = Arn, ["workerName"] = "hand-1" });
        string token = (string)task["taskToken"]!;
        Assert.Equal("""{"item":7}""", (string?)task["input"]);
        Assert.Empty(await _api.CallAsync("SendTaskHeartbeat", new JsonObject { ["taskToken"] = token }));
        Assert.Empty(await _api.CallAsync("SendTaskSuccess", new JsonObject { ["taskToken"] = token, ["output"] = """{"done":true}""" }));

        JsonObject ended = await _api.EndAsync(execution);
        Assert.Equal(("SUCCEEDED", """{"done":true}"""), ((string?)ended["status"], (string?)ended["output"]));
        JsonArray events = (JsonArray)(await _api.CallAsync("GetExecutionHistory", new JsonObject { ["executionArn"] = execution }))["events"]!;
        Assert.Equal(
            ["ExecutionStarted", "TaskStateEntered", "ActivityScheduled", "ActivityStarted", "ActivitySucceeded", "TaskStateExited", "ExecutionSucceeded"],
            events.Select(static item => (string?)item!["type"]));
        Assert.Equal("""{"workerName":"hand-1"}""", ApiHost.Text(events[3]!["activityStartedEventDetails"]!));
        Assert.Equal(("TaskDoesNotExist", "Task does not exist"), await _api.RefuseAsync("SendTaskSuccess", new JsonObject { ["taskToken"] = token, ["output"] = "1" }));
    }

    [Fact]
    public async Task Worker_FailsATask_AndTheExecutionFailsWithItsErrorAndCause()
    {
        string execution = await StartAsync();
        string token = (string)(await _api.CallAsync("GetActivityTask", Of(Arn)))["taskToken"]!;

        await _api.CallAsync("SendTaskFailure", new JsonObject { ["taskToken"] = token, ["error"] = "Empty", ["cause"] = "The shelf is empty." });

        JsonObject ended = await _api.EndAsync(execution);
        Assert.Equal(("FAILED", "Empty", "The shelf is empty."), ((string?)ended["status"], (string?)ended["error"], (string?)ended["cause"]));
    }

    [Fact]
    public async Task Worker_ThatWaits_GetsTheTaskThatComes()
    {
        await CreateAsync("pick");
        Task<JsonObject> polling = _api.CallAsync("GetActivityTask", Of(Arn));

        await StartAsync();

        Assert.Equal("""{"item":7}""", (string?)(await polling)["input"]);
    }

    [Fact]
    public async Task Worker_ThatWaitsAMinuteForNothing_GetsNothing()
    {
        await CreateAsync("pick");
        Task<JsonObject> polling = _api.CallAsync("GetActivityTask", Of(Arn));
        DateTimeOffset start = _api.Time.GetUtcNow();
        while (!polling.IsCompleted)
        {
            _api.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.Empty(await polling);
        Assert.True(_api.Time.GetUtcNow() - start >= TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Success_OfNoJson_OrByNoToken_IsRefused()
    {
        await StartAsync();
        string token = (string)(await _api.CallAsync("GetActivityTask", Of(Arn)))["taskToken"]!;

        Assert.Equal("InvalidOutput", (await _api.RefuseAsync("SendTaskSuccess", new JsonObject { ["taskToken"] = token, ["output"] = "no" })).Code);
        (string, string) invalid = ("InvalidToken", "Invalid Token: 'Invalid token'");
        Assert.Equal(invalid, await _api.RefuseAsync("SendTaskSuccess", new JsonObject { ["taskToken"] = "abc", ["output"] = "1" }));
        Assert.Equal(invalid, await _api.RefuseAsync("SendTaskFailure", new JsonObject { ["taskToken"] = "abc" }));
        Assert.Equal(invalid, await _api.RefuseAsync("SendTaskHeartbeat", new JsonObject { ["taskToken"] = "abc" }));
        Assert.Equal(
            "1 validation error detected: Value null at 'taskToken' failed to satisfy constraint: Member must not be null", (await _api.RefuseAsync("SendTaskHeartbeat")).Message);
    }

    [Fact]
    public async Task Token_OfATaskThatTimedOut_IsOver()
    {
        string execution = await StartAsync();
        string token = (string)(await _api.CallAsync("GetActivityTask", Of(Arn)))["taskToken"]!;
        while (_api.Time.AdvanceToNextTimer()) { }

        JsonObject ended = await _api.EndAsync(execution);
        Assert.Equal(("FAILED", "States.Timeout"), ((string?)ended["status"], (string?)ended["error"]));
        Assert.Equal("TaskDoesNotExist", (await _api.RefuseAsync("SendTaskHeartbeat", new JsonObject { ["taskToken"] = token })).Code);
    }

    private Task<JsonObject> CreateAsync(string name) => _api.CallAsync("CreateActivity", new JsonObject { ["name"] = name });

    private async Task<string> StartAsync()
    {
        await CreateAsync("pick");
        await _api.CreateAsync("Order", Picks.Replace("ARN", Arn, StringComparison.Ordinal));
        return await _api.StartAsync(Machine, """{"item":7}""");
    }

    private static IEnumerable<string?> Names(JsonObject page) => page["activities"]!.AsArray().Select(static item => (string?)item!["name"]);

    private static JsonObject Of(string arn) => new() { ["activityArn"] = arn };
}
