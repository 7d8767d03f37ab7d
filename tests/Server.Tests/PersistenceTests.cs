using System.Text.Json.Nodes;
using Compiled.Testing;

namespace Server.Tests;

/// <summary>A server on a folder that ends, and another that goes on. FEATURES X-030, P-030 to P-068, P-122.</summary>
public sealed class PersistenceTests : IDisposable
{
    private const string Order = ApiHost.Prefix + "stateMachine:Order", Quick = ApiHost.Prefix + "stateMachine:Quick", Activity = ApiHost.Prefix + "activity:pick";

    private readonly string _folder = Directory.CreateTempSubdirectory("compiled-server-").FullName;

    private readonly VirtualTimeProvider _time = new(new DateTimeOffset(2026, 11, 26, 12, 0, 0, TimeSpan.Zero));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Restart_FindsMachinesVersionsAliasesTagsAndActivities()
    {
        string[] calls = ["DescribeStateMachine", "DescribeStateMachine:1", "DescribeStateMachineAlias", "ListStateMachineVersions", "ListTagsForResource", "DescribeActivity", "ListStateMachines"];
        string[] before;
        await using (ApiHost first = await StartAsync())
        {
            await FillAsync(first);
            before = await AskAllAsync(first, calls);
        }

        await using ApiHost second = await StartAsync();

        Assert.Equal(before, await AskAllAsync(second, calls));
        Assert.Equal(Order + ":3", (string?)(await second.CallAsync("UpdateStateMachine", new JsonObject { ["stateMachineArn"] = Order, ["definition"] = Definitions.Fail, ["publish"] = true }))["stateMachineVersionArn"]);
    }

    [Fact]
    public async Task Restart_GoesOnWithARunningExecution_AndKeepsThoseThatEnded()
    {
        string running, ended;
        await using (ApiHost first = await StartAsync())
        {
            await first.CreateAsync("Order", Definitions.Wait);
            await first.CreateAsync("Quick", Definitions.Pass);
            running = await first.StartAsync(Order, """{"a":1}""", "waits");
            ended = await first.StartAsync(Quick, """{"b":2}""", "is-done");
            await first.EndAsync(ended);
        }

        _time.Advance(TimeSpan.FromSeconds(30));
        await using ApiHost second = await StartAsync();

        Assert.Equal("RUNNING", (string?)(await second.CallAsync("DescribeExecution", new JsonObject { ["executionArn"] = running }))["status"]);
        Assert.Equal("SUCCEEDED", (string?)(await second.CallAsync("DescribeExecution", new JsonObject { ["executionArn"] = ended }))["status"]);
        while (_time.AdvanceToNextTimer()) { }
        JsonObject done = await second.EndAsync(running);
        Assert.Equal(("SUCCEEDED", """{"a":1}""", 1795694460m), ((string?)done["status"], (string?)done["output"], (decimal)done["stopDate"]!));
    }

    [Fact]
    public async Task Restart_CompilesNothingAgain()
    {
        await using (ApiHost first = await StartAsync())
            await first.CreateAsync("Quick", Definitions.Pass);
        Dictionary<string, DateTime> before = Compiled();

        await using (ApiHost second = await StartAsync())
            await second.EndAsync(await second.StartAsync(Quick));

        Assert.NotEmpty(before);
        Assert.Equal(before, Compiled());
    }

    [Fact]
    public async Task Restart_ForgetsWhatWasDeleted()
    {
        await using (ApiHost first = await StartAsync())
        {
            await FillAsync(first);
            await first.CallAsync("DeleteStateMachine", new JsonObject { ["stateMachineArn"] = Order });
            await first.CallAsync("DeleteActivity", new JsonObject { ["activityArn"] = Activity });
        }

        await using ApiHost second = await StartAsync();

        Assert.Empty((JsonArray)(await second.CallAsync("ListStateMachines"))["stateMachines"]!);
        Assert.Empty((JsonArray)(await second.CallAsync("ListActivities"))["activities"]!);
        await second.CreateAsync("Order", Definitions.Pass);
        Assert.Empty((JsonArray)(await second.CallAsync("ListStateMachineVersions", new JsonObject { ["stateMachineArn"] = Order }))["stateMachineVersions"]!);
    }

    private Task<ApiHost> StartAsync() => ApiHost.StartAsync(_folder, time: _time);

    private static async Task FillAsync(ApiHost api)
    {
        await api.CreateAsync("Order", Definitions.Pass, publish: true);
        await api.CallAsync("UpdateStateMachine", new JsonObject { ["stateMachineArn"] = Order, ["definition"] = Definitions.Wait, ["publish"] = true, ["versionDescription"] = "waits" });
        await api.CallAsync("CreateStateMachineAlias", new JsonObject
        {
            ["name"] = "live",
            ["description"] = "the live one",
            ["routingConfiguration"] = new JsonArray(
                new JsonObject { ["stateMachineVersionArn"] = Order + ":1", ["weight"] = 10 }, new JsonObject { ["stateMachineVersionArn"] = Order + ":2", ["weight"] = 90 }),
        });
        await api.CallAsync("TagResource", new JsonObject { ["resourceArn"] = Order, ["tags"] = new JsonArray(new JsonObject { ["key"] = "team", ["value"] = "shop" }) });
        await api.CallAsync("CreateActivity", new JsonObject { ["name"] = "pick", ["tags"] = new JsonArray(new JsonObject { ["key"] = "team", ["value"] = "shop" }) });
    }

    private static async Task<string[]> AskAllAsync(ApiHost api, string[] calls)
    {
        List<string> answers = [];
        foreach (string call in calls)
        {
            JsonObject request = call switch
            {
                "DescribeStateMachineAlias" => new JsonObject { ["stateMachineAliasArn"] = Order + ":live" },
                "ListTagsForResource" => new JsonObject { ["resourceArn"] = Order },
                "DescribeActivity" => new JsonObject { ["activityArn"] = Activity },
                "ListStateMachines" => [],
                "DescribeStateMachine:1" => new JsonObject { ["stateMachineArn"] = Order + ":1" },
                _ => new JsonObject { ["stateMachineArn"] = Order },
            };
            answers.Add($"{call} {ApiHost.Text(await api.CallAsync(call.Split(':')[0], request))}");
        }

        return [.. answers];
    }

    private Dictionary<string, DateTime> Compiled()
        => Directory.EnumerateFiles(Path.Combine(_folder, "compiled"), "*", SearchOption.AllDirectories).ToDictionary(static file => file, File.GetLastWriteTimeUtc);
}
