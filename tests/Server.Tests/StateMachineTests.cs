using System.Text.Json.Nodes;

namespace Server.Tests;

/// <summary>Creating, describing, updating, listing and deleting machines. FEATURES P-030 to P-042.</summary>
public sealed class StateMachineTests : IAsyncLifetime
{
    private const string Arn = ApiHost.Prefix + "stateMachine:Order";

    private ApiHost _api = null!;

    public async Task InitializeAsync() => _api = await ApiHost.StartAsync();

    public async Task DisposeAsync() => await _api.DisposeAsync();

    [Fact]
    public async Task Create_OfANewMachine_GivesItsArnAndDescribesAllDefaults()
    {
        JsonObject created = await _api.CallAsync("CreateStateMachine", Creation());

        JsonObject described = await _api.CallAsync("DescribeStateMachine", Of(Arn));
        Assert.Equal($$"""{"stateMachineArn":"{{Arn}}","creationDate":1795694400}""", ApiHost.Text(created));
        Assert.Equal(
            $$$"""
            {"stateMachineArn":"{{{Arn}}}","name":"Order","status":"ACTIVE","definition":{{{ApiHost.Text(JsonValue.Create(Definitions.Pass)!)}}},"roleArn":"{{{ApiHost.Role}}}","type":"STANDARD","creationDate":1795694400,"loggingConfiguration":{"level":"OFF","includeExecutionData":false},"tracingConfiguration":{"enabled":false},"encryptionConfiguration":{"type":"AWS_OWNED_KEY"}}
            """, ApiHost.Text(described));
    }

    [Fact]
    public async Task Create_Again_IsTheSameWhateverRoleAndTags_AndRefusedForAnotherText()
    {
        await _api.CallAsync("CreateStateMachine", Creation());
        JsonObject again = Creation();
        again["roleArn"] = "arn:aws:iam::123456789012:role/other";
        again["tags"] = new JsonArray(new JsonObject { ["key"] = "a", ["value"] = "b" });

        await _api.CallAsync("CreateStateMachine", again);

        JsonObject reformatted = Creation();
        reformatted["definition"] = Definitions.Pass.Replace("{", "{ ", StringComparison.Ordinal);
        Assert.Equal(("StateMachineAlreadyExists", $"State Machine Already Exists: '{Arn}'"), await _api.RefuseAsync("CreateStateMachine", reformatted));
        Assert.Equal(ApiHost.Role, (string?)(await _api.CallAsync("DescribeStateMachine", Of(Arn)))["roleArn"]);
        Assert.Empty((JsonArray)(await _api.CallAsync("ListTagsForResource", new JsonObject { ["resourceArn"] = Arn }))["tags"]!);
    }

    [Theory]
    [InlineData("name", "a b", "InvalidName", "Invalid Name: 'a b'")]
    [InlineData("roleArn", "role", "InvalidArn", "Invalid Arn: 'Invalid ARN prefix: role'")]
    [InlineData("definition", "{}", "InvalidDefinition", null)]
    [InlineData("type", "FAST", "ValidationException", "1 validation error detected: Value 'FAST' at 'type' failed to satisfy constraint: Member must satisfy enum value set: [STANDARD, EXPRESS]")]
    [InlineData("versionDescription", "first", "ValidationException", "Version description can only be set when publish is true")]
    [InlineData("name", null, "ValidationException", "1 validation error detected: Value null at 'name' failed to satisfy constraint: Member must not be null")]
    public async Task Create_WithAWrongMember_IsRefused(string member, string? value, string code, string? message)
    {
        JsonObject request = Creation();
        request[member] = value;

        (string Code, string Message) refused = await _api.RefuseAsync("CreateStateMachine", request);

        Assert.Equal((code, message ?? refused.Message), refused);
        Assert.Empty((JsonArray)(await _api.CallAsync("ListStateMachines"))["stateMachines"]!);
    }

    [Fact]
    public async Task Create_WithALevelButNoDestination_IsRefused()
    {
        JsonObject request = Creation();
        request["loggingConfiguration"] = new JsonObject { ["level"] = "ALL" };

        Assert.Equal(
            ("InvalidLoggingConfiguration", "Invalid Logging Configuration: Must specify exactly one Log Destination."), await _api.RefuseAsync("CreateStateMachine", request));
    }

    [Fact]
    public async Task Update_ThatChangesSomething_MakesARevision_AndOneThatDoesnt_KeepsIt()
    {
        await _api.CallAsync("CreateStateMachine", Creation());
        _api.Time.Advance(TimeSpan.FromSeconds(5));

        JsonObject updated = await _api.CallAsync("UpdateStateMachine", new JsonObject { ["stateMachineArn"] = Arn, ["definition"] = Definitions.Wait });
        JsonObject same = await _api.CallAsync("UpdateStateMachine", new JsonObject { ["stateMachineArn"] = Arn, ["definition"] = Definitions.Wait });

        JsonObject described = await _api.CallAsync("DescribeStateMachine", Of(Arn));
        Assert.Equal(1795694405m, (decimal)updated["updateDate"]!);
        Assert.Equal(36, ((string)updated["revisionId"]!).Length);
        Assert.Equal((string?)updated["revisionId"], (string?)same["revisionId"]);
        Assert.Equal((Definitions.Wait, (string?)updated["revisionId"]), ((string?)described["definition"], (string?)described["revisionId"]));
    }

    [Fact]
    public async Task Update_WithNothing_OrOfAVersion_OrOfNoMachine_IsRefused()
    {
        await _api.CreateAsync("Order", Definitions.Pass, publish: true);

        Assert.Equal(
            ("MissingRequiredParameter", "Either the definition, the role ARN, the LoggingConfiguration, or the TracingConfiguration must be specified"),
            await _api.RefuseAsync("UpdateStateMachine", Of(Arn)));
        Assert.Equal(
            ("StateMachineDoesNotExist", $"State Machine Does Not Exist: '{Arn}:1'"),
            await _api.RefuseAsync("UpdateStateMachine", new JsonObject { ["stateMachineArn"] = Arn + ":1", ["roleArn"] = ApiHost.Role }));
        Assert.Equal(
            ("StateMachineDoesNotExist", $"State Machine Does Not Exist: '{Arn}2'"),
            await _api.RefuseAsync("UpdateStateMachine", new JsonObject { ["stateMachineArn"] = Arn + "2", ["roleArn"] = ApiHost.Role }));
        Assert.Equal(
            ("InvalidDefinition", true),
            (await _api.RefuseAsync("UpdateStateMachine", new JsonObject { ["stateMachineArn"] = Arn, ["definition"] = "{}" })) is var (code, message)
                ? (code, message.StartsWith("Invalid State Machine Definition: '", StringComparison.Ordinal)) : default);
    }

    [Fact]
    public async Task Update_WhileAnExecutionRuns_LeavesItItsDefinition()
    {
        await _api.CreateAsync("Order", Definitions.Wait);
        string running = await _api.StartAsync(Arn);

        await _api.CallAsync("UpdateStateMachine", new JsonObject { ["stateMachineArn"] = Arn, ["definition"] = Definitions.Result("new") });

        string next = await _api.StartAsync(Arn);
        Assert.Equal("\"new\"", (string?)(await _api.EndAsync(next))["output"]);
        JsonObject kept = await _api.CallAsync("DescribeStateMachineForExecution", new JsonObject { ["executionArn"] = running });
        Assert.Equal((Definitions.Wait, 1795694400m), ((string?)kept["definition"], (decimal)kept["updateDate"]!));
        while (_api.Time.AdvanceToNextTimer()) { }
        Assert.Equal("{}", (string?)(await _api.EndAsync(running))["output"]);
    }

    [Fact]
    public async Task Delete_OfARunningMachine_StopsItsExecutions_AndIsIdempotent()
    {
        await _api.CreateAsync("Order", Definitions.Wait);
        string running = await _api.StartAsync(Arn);

        Assert.Empty(await _api.CallAsync("DeleteStateMachine", Of(Arn)));

        Assert.Equal("ABORTED", (string?)(await _api.EndAsync(running))["status"]);
        await Until(async () => (await _api.RefuseOrNullAsync("DescribeStateMachine", Of(Arn)))?.Code == "StateMachineDoesNotExist");
        Assert.Empty(await _api.CallAsync("DeleteStateMachine", Of(Arn)));
    }

    [Fact]
    public async Task List_InPages_GivesEachMachineOnceByName_AndItsTokenIsGoodForItOnly()
    {
        foreach (string name in (string[])["b", "c", "a", "d", "e"])
            await _api.CreateAsync(name, Definitions.Pass);

        List<string> names = [];
        string? token = null, second = null;
        do
        {
            JsonObject page = await _api.CallAsync("ListStateMachines", new JsonObject { ["maxResults"] = 2, ["nextToken"] = token });
            names.AddRange(page["stateMachines"]!.AsArray().Select(static item => (string)item!["name"]!));
            token = (string?)page["nextToken"];
            second ??= token;
        }
        while (token is not null);

        Assert.Equal(["a", "b", "c", "d", "e"], names);
        Assert.Equal(("InvalidToken", "Invalid Token: 'Invalid token'"), await _api.RefuseAsync("ListActivities", new JsonObject { ["nextToken"] = second }));
        _api.Time.Advance(TimeSpan.FromHours(25));
        Assert.Equal("InvalidToken", (await _api.RefuseAsync("ListStateMachines", new JsonObject { ["maxResults"] = 2, ["nextToken"] = second })).Code);
    }

    [Fact]
    public async Task List_WithATooLargePage_IsRefusedInAwsWords()
        => Assert.Equal(
            ("ValidationException", "1 validation error detected: Value '1001' at 'maxResults' failed to satisfy constraint: Member must have value less than or equal to 1000"),
            await _api.RefuseAsync("ListStateMachines", new JsonObject { ["maxResults"] = 1001 }));

    [Fact]
    public async Task Validate_OfAFaultyDefinition_ListsItsFaults()
    {
        JsonObject answer = await _api.CallAsync("ValidateStateMachineDefinition", new JsonObject { ["definition"] = """{"StartAt":"A","States":{"A":{"Type":"Pass","Next":"B"}}}""" });

        Assert.Equal("FAIL", (string?)answer["result"]);
        Assert.Equal(
            """{"severity":"ERROR","code":"MISSING_TRANSITION_TARGET","message":"Missing 'Next' target: B","location":"/States/A/Next"}""", ApiHost.Text(answer["diagnostics"]![0]!));
        Assert.Equal("OK", (string?)(await _api.CallAsync("ValidateStateMachineDefinition", new JsonObject { ["definition"] = Definitions.Pass }))["result"]);
    }

    private static async Task Until(Func<Task<bool>> condition)
    {
        for (int i = 0; i < 10_000; i++)
        {
            if (await condition())
                return;
            await Task.Yield();
        }

        Assert.Fail("It never came to be.");
    }

    private static JsonObject Of(string arn) => new() { ["stateMachineArn"] = arn };

    private static JsonObject Creation() => new() { ["name"] = "Order", ["definition"] = Definitions.Pass, ["roleArn"] = ApiHost.Role };
}
