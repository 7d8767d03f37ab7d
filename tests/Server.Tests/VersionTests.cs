using System.Text.Json.Nodes;

namespace Server.Tests;

/// <summary>Publishing, listing, describing and deleting versions. FEATURES P-033, P-036, P-060 to P-063.</summary>
public sealed class VersionTests : IAsyncLifetime
{
    private const string Arn = ApiHost.Prefix + "stateMachine:Order";

    private ApiHost _api = null!;

    public async Task InitializeAsync() => _api = await ApiHost.StartAsync();

    public async Task DisposeAsync() => await _api.DisposeAsync();

    [Fact]
    public async Task Publish_OfARevision_GivesItsVersion_AndTheSameAgain()
    {
        await _api.CreateAsync("Order", Definitions.Pass);

        JsonObject first = await PublishAsync();
        _api.Time.Advance(TimeSpan.FromSeconds(1));
        JsonObject again = await PublishAsync();

        Assert.Equal($$"""{"creationDate":1795694400,"stateMachineVersionArn":"{{Arn}}:1"}""", ApiHost.Text(first));
        Assert.Equal(ApiHost.Text(first), ApiHost.Text(again));
    }

    [Fact]
    public async Task Publish_WithARevisionThatIsNotCurrent_IsAConflict()
    {
        await _api.CreateAsync("Order", Definitions.Pass);
        Assert.Equal(
            ("ConflictException", "Failed to publish the State Machine version for revision abc. The current State Machine revision is INITIAL."),
            await _api.RefuseAsync("PublishStateMachineVersion", new JsonObject { ["stateMachineArn"] = Arn, ["revisionId"] = "abc" }));
        Assert.Equal($"{Arn}:1", (string?)(await PublishAsync("INITIAL"))["stateMachineVersionArn"]);

        string revision = await UpdateAsync(Definitions.Wait);

        Assert.Equal(
            ("ConflictException", $"Failed to publish the State Machine version for revision INITIAL. The current State Machine revision is {revision}."),
            await _api.RefuseAsync("PublishStateMachineVersion", new JsonObject { ["stateMachineArn"] = Arn, ["revisionId"] = "INITIAL" }));
        Assert.Equal($"{Arn}:2", (string?)(await PublishAsync(revision))["stateMachineVersionArn"]);
    }

    [Fact]
    public async Task Publish_OfNoMachine_OrOfAVersion_IsRefused()
    {
        await _api.CreateAsync("Order", Definitions.Pass, publish: true);

        Assert.Equal(("StateMachineDoesNotExist", $"State Machine Does Not Exist: '{Arn}2'"), await _api.RefuseAsync("PublishStateMachineVersion", Of(Arn + "2")));
        Assert.Equal(("StateMachineDoesNotExist", $"State Machine Does Not Exist: '{Arn}:1'"), await _api.RefuseAsync("PublishStateMachineVersion", Of(Arn + ":1")));
    }

    [Fact]
    public async Task Numbers_OfDeletedVersions_AreNeverGivenAgain()
    {
        await _api.CreateAsync("Order", Definitions.Pass, publish: true);
        await UpdateAsync(Definitions.Wait);
        await PublishAsync();
        Assert.Empty(await DeleteAsync(2));
        await UpdateAsync(Definitions.Fail);

        JsonObject next = await PublishAsync();

        Assert.Equal($"{Arn}:3", (string?)next["stateMachineVersionArn"]);
        Assert.Equal([$"{Arn}:3", $"{Arn}:1"], await ListAsync());
    }

    [Fact]
    public async Task Delete_OfNoVersion_Succeeds_AndOneOfAnAlias_IsAConflict()
    {
        await _api.CreateAsync("Order", Definitions.Pass, publish: true);
        foreach (string alias in (string[])["b", "a"])
        {
            await _api.CallAsync("CreateStateMachineAlias", new JsonObject
            {
                ["name"] = alias,
                ["routingConfiguration"] = new JsonArray(new JsonObject { ["stateMachineVersionArn"] = Arn + ":1", ["weight"] = 100 }),
            });
        }

        Assert.Empty(await DeleteAsync(7));
        Assert.Equal(
            ("ConflictException", "Version to be deleted must not be referenced by an alias. Current list of aliases referencing this version: [a, b]"),
            await _api.RefuseAsync("DeleteStateMachineVersion", new JsonObject { ["stateMachineVersionArn"] = Arn + ":1" }));
        Assert.Equal([$"{Arn}:1"], await ListAsync());
    }

    [Fact]
    public async Task Delete_ByTheMachinesArn_IsRefused()
    {
        await _api.CreateAsync("Order", Definitions.Pass, publish: true);

        Assert.Equal(("InvalidArn", $"Invalid Arn: 'Invalid ARN: {Arn}'"), await _api.RefuseAsync("DeleteStateMachineVersion", new JsonObject { ["stateMachineVersionArn"] = Arn }));
        Assert.Equal([$"{Arn}:1"], await ListAsync());
    }

    [Fact]
    public async Task List_InPages_IsNewestFirst()
    {
        await _api.CreateAsync("Order", Definitions.Pass, publish: true);
        for (int number = 2; number <= 12; number++)
        {
            await UpdateAsync(Definitions.Result(number.ToString(System.Globalization.CultureInfo.InvariantCulture)));
            await PublishAsync();
        }

        List<string> all = [];
        string? token = null;
        do
        {
            JsonObject page = await _api.CallAsync("ListStateMachineVersions", new JsonObject { ["stateMachineArn"] = Arn, ["maxResults"] = 5, ["nextToken"] = token });
            all.AddRange(page["stateMachineVersions"]!.AsArray().Select(static item => (string)item!["stateMachineVersionArn"]!));
            token = (string?)page["nextToken"];
        }
        while (token is not null);

        Assert.Equal(Enumerable.Range(1, 12).Reverse().Select(static number => $"{Arn}:{number}"), all);
    }

    [Fact]
    public async Task Describe_OfAVersion_TellsOfItAsItWasPublished()
    {
        await _api.CreateAsync("Order", Definitions.Pass);
        _api.Time.Advance(TimeSpan.FromSeconds(3));
        await _api.CallAsync("PublishStateMachineVersion", new JsonObject { ["stateMachineArn"] = Arn, ["description"] = "the first" });
        await UpdateAsync(Definitions.Wait);

        JsonObject described = await _api.CallAsync("DescribeStateMachine", Of(Arn + ":1"));

        Assert.Equal(
            (Arn + ":1", Definitions.Pass, 1795694403m, "the first", null),
            ((string?)described["stateMachineArn"], (string?)described["definition"], (decimal)described["creationDate"]!, (string?)described["description"], (string?)described["revisionId"]));
        Assert.Equal(("StateMachineDoesNotExist", $"State Machine Does Not Exist: '{Arn}:2'"), await _api.RefuseAsync("DescribeStateMachine", Of(Arn + ":2")));
    }

    [Fact]
    public async Task Update_ThatPublishes_GivesTheVersion_WithItsDescription()
    {
        await _api.CreateAsync("Order", Definitions.Pass, publish: true);

        JsonObject updated = await _api.CallAsync("UpdateStateMachine", new JsonObject
        {
            ["stateMachineArn"] = Arn,
            ["definition"] = Definitions.Wait,
            ["publish"] = true,
            ["versionDescription"] = "waits",
        });

        Assert.Equal(Arn + ":2", (string?)updated["stateMachineVersionArn"]);
        Assert.Equal("waits", (string?)(await _api.CallAsync("DescribeStateMachine", Of(Arn + ":2")))["description"]);
    }

    [Fact]
    public async Task Publish_OfAThousandAndFirst_ExceedsTheQuotaWithStatus402()
    {
        await _api.CreateAsync("Order", Definitions.Pass, publish: true);
        for (int number = 2; number <= 1000; number++)
            await _api.CallAsync("UpdateStateMachine", new JsonObject { ["stateMachineArn"] = Arn, ["roleArn"] = $"{ApiHost.Role}{number}", ["publish"] = true });
        await _api.CallAsync("UpdateStateMachine", new JsonObject { ["stateMachineArn"] = Arn, ["roleArn"] = ApiHost.Role });

        (System.Net.HttpStatusCode status, JsonObject answer) = await _api.SendAsync("PublishStateMachineVersion", Of(Arn).ToJsonString());

        Assert.Equal((System.Net.HttpStatusCode.PaymentRequired, "com.amazonaws.swf.service.v2.model#ServiceQuotaExceededException"), (status, (string?)answer["__type"]));
    }

    private async Task<JsonObject> PublishAsync(string? revision = null)
        => await _api.CallAsync("PublishStateMachineVersion", new JsonObject { ["stateMachineArn"] = Arn, ["revisionId"] = revision });

    private async Task<string> UpdateAsync(string definition)
        => (string)(await _api.CallAsync("UpdateStateMachine", new JsonObject { ["stateMachineArn"] = Arn, ["definition"] = definition }))["revisionId"]!;

    private Task<JsonObject> DeleteAsync(int number) => _api.CallAsync("DeleteStateMachineVersion", new JsonObject { ["stateMachineVersionArn"] = $"{Arn}:{number}" });

    private async Task<IEnumerable<string>> ListAsync()
        => (await _api.CallAsync("ListStateMachineVersions", Of(Arn)))["stateMachineVersions"]!.AsArray().Select(static item => (string)item!["stateMachineVersionArn"]!);

    private static JsonObject Of(string arn) => new() { ["stateMachineArn"] = arn };
}
