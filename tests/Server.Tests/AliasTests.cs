using System.Text.Json.Nodes;

namespace Server.Tests;

/// <summary>Aliases: routing, starts by them, and what refuses them. FEATURES P-013, P-064 to P-068.</summary>
public sealed class AliasTests : IAsyncLifetime
{
    private const string Arn = ApiHost.Prefix + "stateMachine:Order", Live = Arn + ":live";

    private ApiHost _api = null!;

    public async Task InitializeAsync()
    {
        _api = await ApiHost.StartAsync();
        await _api.CreateAsync("Order", Definitions.Result("one"), publish: true);
        await _api.CallAsync("UpdateStateMachine", new JsonObject { ["stateMachineArn"] = Arn, ["definition"] = Definitions.Result("two"), ["publish"] = true });
    }

    public async Task DisposeAsync() => await _api.DisposeAsync();

    [Fact]
    public async Task Create_Describes_AndIsTheSameAgain()
    {
        JsonObject created = await CreateAsync("live", ("1", 30), ("2", 70));
        _api.Time.Advance(TimeSpan.FromSeconds(1));
        JsonObject again = await CreateAsync("live", ("1", 30), ("2", 70));

        Assert.Equal($$"""{"stateMachineAliasArn":"{{Live}}","creationDate":1795694400}""", ApiHost.Text(created));
        Assert.Equal(ApiHost.Text(created), ApiHost.Text(again));
        Assert.Equal(
            $$"""{"stateMachineAliasArn":"{{Live}}","name":"live","routingConfiguration":[{"stateMachineVersionArn":"{{Arn}}:1","weight":30},{"stateMachineVersionArn":"{{Arn}}:2","weight":70}],"creationDate":1795694400,"updateDate":1795694400}""",
            ApiHost.Text(await _api.CallAsync("DescribeStateMachineAlias", Of(Live))));
    }

    [Fact]
    public async Task Create_OfTheSameNameWithOtherRouting_IsAConflict()
    {
        await CreateAsync("live", ("1", 100));

        Assert.Equal(
            ("ConflictException", "Failed to create alias because an alias with the same name and a different routing configuration already exists."),
            await _api.RefuseAsync("CreateStateMachineAlias", Creation("live", (Arn + ":2", 100))));
    }

    public static TheoryData<string, string> WrongRoutings() => new()
    {
        { $"{Arn}:1=70,{Arn}:2=31", "Sum of routing configuration weights must equal 100. Received: [70, 31]" },
        { $"{Arn}:1=50,{Arn}:1=50", $"Routing configuration must contain distinct state machine version ARNs. Received: [{Arn}:1, {Arn}:1]" },
        { $"{Arn}=100", $"Routing configuration must contain state machine version ARNs. Received: [{Arn}]" },
    };

    [Theory]
    [MemberData(nameof(WrongRoutings))]
    public async Task Create_WithWrongRouting_IsRefusedWithItsReason(string routes, string message)
    {
        (string, int)[] pairs = [.. routes.Split(',').Select(static route => (route.Split('=')[0], int.Parse(route.Split('=')[1], System.Globalization.CultureInfo.InvariantCulture)))];

        (_, JsonObject answer) = await _api.SendAsync("CreateStateMachineAlias", Creation("live", pairs).ToJsonString());

        Assert.Equal(("com.amazonaws.swf.service.v2.model#ValidationException", message, "INVALID_ROUTING_CONFIGURATION"), ((string?)answer["__type"], (string?)answer["message"], (string?)answer["reason"]));
        Assert.Empty(await ListAsync(Arn));
    }

    [Theory]
    [InlineData("123", "satisfy regular expression pattern")]
    [InlineData("a b", "satisfy regular expression pattern")]
    [InlineData("", "length greater than or equal to 1")]
    public async Task Create_WithAWrongName_IsRefused(string name, string rule)
    {
        (string code, string message) = await _api.RefuseAsync("CreateStateMachineAlias", Creation(name, (Arn + ":1", 100)));

        Assert.Equal("ValidationException", code);
        Assert.Contains($"Value '{name}' at 'name' failed to satisfy constraint: Member must", message, StringComparison.Ordinal);
        Assert.Contains(rule, message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Create_WithThreeRoutes_OrNone_OrAWeightAbove100_IsRefused()
    {
        Assert.Equal("ValidationException", (await _api.RefuseAsync("CreateStateMachineAlias", Creation("live", (Arn + ":1", 1), (Arn + ":2", 1), (Arn + ":3", 98)))).Code);
        Assert.Equal("ValidationException", (await _api.RefuseAsync("CreateStateMachineAlias", Creation("live"))).Code);
        Assert.Equal("ValidationException", (await _api.RefuseAsync("CreateStateMachineAlias", Creation("live", (Arn + ":1", 101)))).Code);
        Assert.Equal("ValidationException", (await _api.RefuseAsync("CreateStateMachineAlias", new JsonObject { ["name"] = "live" })).Code);
    }

    [Fact]
    public async Task Create_ForAVersionThatIsNotThere_IsNotFound()
        => Assert.Equal(("ResourceNotFound", "Request references a resource that does not exist."), await _api.RefuseAsync("CreateStateMachineAlias", Creation("live", (Arn + ":9", 100))));

    [Fact]
    public async Task Update_ChangesWhatItSays_AndNeedsSomething()
    {
        await CreateAsync("live", ("1", 100));
        _api.Time.Advance(TimeSpan.FromSeconds(2));

        JsonObject updated = await _api.CallAsync("UpdateStateMachineAlias", new JsonObject { ["stateMachineAliasArn"] = Live, ["description"] = "the live one" });
        await _api.CallAsync("UpdateStateMachineAlias", new JsonObject { ["stateMachineAliasArn"] = Live, ["routingConfiguration"] = Routes((Arn + ":2", 100)) });

        Assert.Equal("""{"updateDate":1795694402}""", ApiHost.Text(updated));
        Assert.Equal(
            $$"""{"stateMachineAliasArn":"{{Live}}","name":"live","description":"the live one","routingConfiguration":[{"stateMachineVersionArn":"{{Arn}}:2","weight":100}],"creationDate":1795694400,"updateDate":1795694402}""",
            ApiHost.Text(await _api.CallAsync("DescribeStateMachineAlias", Of(Live))));
        Assert.Equal("MissingRequiredParameter", (await _api.RefuseAsync("UpdateStateMachineAlias", Of(Live))).Code);
        Assert.Equal("ResourceNotFound", (await _api.RefuseAsync("UpdateStateMachineAlias", new JsonObject { ["stateMachineAliasArn"] = Arn + ":gone", ["description"] = "" })).Code);
    }

    [Fact]
    public async Task List_IsByName_OfTheMachineOrOfAVersion_AndDeletedOnesAreGone()
    {
        await CreateAsync("b", ("1", 100));
        await CreateAsync("a", ("1", 50), ("2", 50));
        await CreateAsync("c", ("2", 100));

        Assert.Equal([Arn + ":a", Arn + ":b", Arn + ":c"], await ListAsync(Arn));
        Assert.Equal([Arn + ":a", Arn + ":b"], await ListAsync(Arn + ":1"));
        Assert.Empty(await _api.CallAsync("DeleteStateMachineAlias", Of(Arn + ":a")));
        Assert.Equal([Arn + ":b", Arn + ":c"], await ListAsync(Arn));
        Assert.Equal(("ResourceNotFound", "Request references a resource that does not exist."), await _api.RefuseAsync("DescribeStateMachineAlias", Of(Arn + ":a")));
    }

    [Fact]
    public async Task Start_ByAnAlias_RunsItsVersion_AndSaysBoth()
    {
        await CreateAsync("live", ("1", 100));

        JsonObject ended = await _api.EndAsync(await _api.StartAsync(Live));

        Assert.Equal(("\"one\"", Arn, Arn + ":1", Live), ((string?)ended["output"], (string?)ended["stateMachineArn"], (string?)ended["stateMachineVersionArn"], (string?)ended["stateMachineAliasArn"]));
        JsonObject started = (JsonObject)(await _api.CallAsync("GetExecutionHistory", new JsonObject { ["executionArn"] = (string?)ended["executionArn"] }))["events"]![0]!["executionStartedEventDetails"]!;
        Assert.Equal((Live, Arn + ":1"), ((string?)started["stateMachineAliasArn"], (string?)started["stateMachineVersionArn"]));
    }

    [Fact]
    public async Task Start_ByAnAliasOfTwo_TakesBothByWeight()
    {
        await CreateAsync("live", ("1", 50), ("2", 50));
        HashSet<string> seen = [];

        // The chance that 64 starts take one version only is 2 in 2^64.
        for (int i = 0; i < 64 && seen.Count < 2; i++)
            seen.Add((string)(await _api.EndAsync(await _api.StartAsync(Live)))["output"]!);

        Assert.Equal(["\"one\"", "\"two\""], seen.Order());
    }

    [Fact]
    public async Task ListExecutions_OfAVersionOrAnAlias_GivesThoseItStarted()
    {
        await CreateAsync("live", ("1", 100));
        string byAlias = await _api.StartAsync(Live), byVersion = await _api.StartAsync(Arn + ":1"), byMachine = await _api.StartAsync(Arn);

        Assert.Equal([byAlias], await ExecutionsAsync(Live));
        Assert.Equal([byVersion, byAlias], await ExecutionsAsync(Arn + ":1"));
        Assert.Equal([byMachine, byVersion, byAlias], await ExecutionsAsync(Arn));
    }

    [Fact]
    public async Task Delete_OfTheMachine_TakesVersionsAndAliasesAlong()
    {
        await CreateAsync("live", ("1", 100));

        await _api.CallAsync("DeleteStateMachine", new JsonObject { ["stateMachineArn"] = Arn });

        Assert.Equal("ResourceNotFound", (await _api.RefuseAsync("DescribeStateMachineAlias", Of(Live))).Code);
        Assert.Equal("StateMachineDoesNotExist", (await _api.RefuseAsync("DescribeStateMachine", new JsonObject { ["stateMachineArn"] = Arn + ":1" })).Code);
    }

    private async Task<JsonObject> CreateAsync(string name, params (string Version, int Weight)[] routes)
        => await _api.CallAsync("CreateStateMachineAlias", Creation(name, [.. routes.Select(static route => ($"{Arn}:{route.Version}", route.Weight))]));

    private async Task<IEnumerable<string>> ListAsync(string arn)
        => (await _api.CallAsync("ListStateMachineAliases", new JsonObject { ["stateMachineArn"] = arn }))["stateMachineAliases"]!.AsArray().Select(static item => (string)item!["stateMachineAliasArn"]!);

    private async Task<IEnumerable<string>> ExecutionsAsync(string arn)
        => (await _api.CallAsync("ListExecutions", new JsonObject { ["stateMachineArn"] = arn }))["executions"]!.AsArray().Select(static item => (string)item!["executionArn"]!);

    private static JsonObject Creation(string name, params (string Version, int Weight)[] routes) => new() { ["name"] = name, ["routingConfiguration"] = Routes(routes) };

    private static JsonArray Routes(params (string Version, int Weight)[] routes)
        => [.. routes.Select(static route => new JsonObject { ["stateMachineVersionArn"] = route.Version, ["weight"] = route.Weight })];

    private static JsonObject Of(string alias) => new() { ["stateMachineAliasArn"] = alias };
}
