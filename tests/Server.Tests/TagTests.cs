using System.Text.Json.Nodes;

namespace Server.Tests;

/// <summary>Tags of machines and activities. FEATURES P-122.</summary>
public sealed class TagTests : IAsyncLifetime
{
    private const string Machine = ApiHost.Prefix + "stateMachine:Order", Activity = ApiHost.Prefix + "activity:pick";

    private ApiHost _api = null!;

    public async Task InitializeAsync()
    {
        _api = await ApiHost.StartAsync();
        await _api.CallAsync("CreateStateMachine", new JsonObject
        {
            ["name"] = "Order",
            ["definition"] = Definitions.Pass,
            ["roleArn"] = ApiHost.Role,
            ["publish"] = true,
            ["tags"] = new JsonArray(Tag("team", "shop")),
        });
        await _api.CallAsync("CreateActivity", new JsonObject { ["name"] = "pick", ["tags"] = new JsonArray(Tag("team", "shop")) });
    }

    public async Task DisposeAsync() => await _api.DisposeAsync();

    [Theory]
    [InlineData(Machine)]
    [InlineData(Activity)]
    public async Task Tags_AreAddedReplacedAndRemoved(string arn)
    {
        Assert.Empty(await AddAsync(arn, Tag("team", "store"), Tag("Größe: a.b/c=d+e-f@g_h", "")));
        Assert.Equal("""{"tags":[{"key":"Größe: a.b/c=d+e-f@g_h","value":""},{"key":"team","value":"store"}]}""", ApiHost.Text(await ListAsync(arn)));

        Assert.Empty(await _api.CallAsync("UntagResource", new JsonObject { ["resourceArn"] = arn, ["tagKeys"] = new JsonArray("Größe: a.b/c=d+e-f@g_h", "other") }));

        Assert.Equal("""{"tags":[{"key":"team","value":"store"}]}""", ApiHost.Text(await ListAsync(arn)));
    }

    [Theory]
    [InlineData(Machine + ":1")]
    [InlineData(Machine + "2")]
    [InlineData(Activity + "2")]
    public async Task Tags_OfAVersionOrOfNothing_AreNotFound(string arn)
    {
        (string, string) missing = ("ResourceNotFound", $"Resource not found: '{arn}'");
        Assert.Equal(missing, await _api.RefuseAsync("ListTagsForResource", new JsonObject { ["resourceArn"] = arn }));
        Assert.Equal(missing, await _api.RefuseAsync("TagResource", new JsonObject { ["resourceArn"] = arn, ["tags"] = new JsonArray(Tag("a", "b")) }));
        Assert.Equal(missing, await _api.RefuseAsync("UntagResource", new JsonObject { ["resourceArn"] = arn, ["tagKeys"] = new JsonArray("a") }));
    }

    [Fact]
    public async Task Tag_TheFiftyFirst_IsOneTooMany()
    {
        await AddAsync(Machine, [.. Enumerable.Range(1, 49).Select(static number => Tag($"key{number}", "x"))]);

        (_, JsonObject answer) = await _api.SendAsync("TagResource", new JsonObject { ["resourceArn"] = Machine, ["tags"] = new JsonArray(Tag("key50", "x")) }.ToJsonString());

        Assert.Equal(("com.amazonaws.swf.service.v2.model#TooManyTags", Machine), ((string?)answer["__type"], (string?)answer["resourceName"]));
        Assert.Equal(50, (await ListAsync(Machine))["tags"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("aws:made", "x")]
    [InlineData("a?", "x")]
    [InlineData("a", "x;")]
    [InlineData("", "x")]
    public async Task Tag_WithAWrongKeyOrValue_IsRefused(string key, string value)
    {
        Assert.Equal("ValidationException", (await _api.RefuseAsync("TagResource", new JsonObject { ["resourceArn"] = Machine, ["tags"] = new JsonArray(Tag(key, value)) })).Code);
        Assert.Single((await ListAsync(Machine))["tags"]!.AsArray());
    }

    [Fact]
    public async Task Tag_WithATooLongKeyAndValue_IsRefusedWithBoth()
    {
        (string code, string message) = await _api.RefuseAsync("TagResource", new JsonObject
        {
            ["resourceArn"] = Machine,
            ["tags"] = new JsonArray(Tag(new string('k', 129), new string('v', 257))),
        });

        Assert.Equal("ValidationException", code);
        Assert.StartsWith("2 validation errors detected: ", message, StringComparison.Ordinal);
        Assert.Contains("Member must have length less than or equal to 128; ", message, StringComparison.Ordinal);
        Assert.EndsWith("Member must have length less than or equal to 256", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tags_AreGoneWithTheActivity()
    {
        await _api.CallAsync("DeleteActivity", new JsonObject { ["activityArn"] = Activity });
        await _api.CallAsync("CreateActivity", new JsonObject { ["name"] = "pick" });

        Assert.Equal("""{"tags":[]}""", ApiHost.Text(await ListAsync(Activity)));
    }

    private Task<JsonObject> AddAsync(string arn, params JsonObject[] tags) => _api.CallAsync("TagResource", new JsonObject { ["resourceArn"] = arn, ["tags"] = new JsonArray([.. tags]) });

    private Task<JsonObject> ListAsync(string arn) => _api.CallAsync("ListTagsForResource", new JsonObject { ["resourceArn"] = arn });

    private static JsonObject Tag(string key, string value) => new() { ["key"] = key, ["value"] = value };
}
