using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Server.Tests;

/// <summary>Requests broken at random get an answer in AWS's form, and never a failure of the server's own. FEATURES P-004, P-006, P-007.</summary>
public sealed partial class MutatedRequestTests
{
    private const int Count = 2_000, Seed = 20_261_126;

    private const string Machine = ApiHost.Prefix + "stateMachine:Order", Quick = ApiHost.Prefix + "stateMachine:Quick", Activity = ApiHost.Prefix + "activity:pick", Missing = ApiHost.Prefix + "activity:none";

    [Fact]
    public async Task BrokenRequests_AreAnsweredInAwsForm()
    {
        await using ApiHost api = await ApiHost.StartAsync();
        IReadOnlyList<(string, JsonObject)> sound = await SoundAsync(api);
        RequestMutator mutator = new(Seed);
        List<string> wrong = [];
        int refused = 0;

        for (int number = 0; number < Count; number++)
        {
            (string target, byte[] body, (string, string)[] headers) = mutator.Next(sound);
            using HttpResponseMessage response = await api.PostAsync(target, body, headers).WaitAsync(TimeSpan.FromMinutes(2));
            string answer = await response.Content.ReadAsStringAsync();
            refused += response.StatusCode == HttpStatusCode.OK ? 0 : 1;
            if (Fault(response, answer) is { } fault)
                wrong.Add($"{number}: {fault}: {target} {string.Join(',', headers)} {Shown(body)} gave {(int)response.StatusCode} {answer}");
        }

        Assert.Empty(wrong);
        Assert.InRange(refused, Count / 2, Count - 100);
        // It still does what it should.
        Assert.Equal("SUCCEEDED", (string?)(await api.EndAsync(await api.StartAsync(Machine)))["status"]);
    }

    private static string? Fault(HttpResponseMessage response, string answer)
    {
        if (response.Content.Headers.ContentType?.ToString() != "application/x-amz-json-1.0")
            return "another content type";
        if (!response.Headers.Contains("x-amzn-RequestId"))
            return "no request id";
        if (response.StatusCode == HttpStatusCode.OK)
            return answer.StartsWith('{') ? null : "no object";
        if (response.StatusCode is not (HttpStatusCode.BadRequest or HttpStatusCode.PaymentRequired or HttpStatusCode.RequestEntityTooLarge))
            return "another status";
        JsonObject error = (JsonObject)JsonNode.Parse(answer)!;
        return error["message"] is JsonValue message && message.GetValueKind() == JsonValueKind.String && Type().IsMatch((string)error["__type"]!) ? null : "no error of AWS's form";
    }

    // A sound request for each operation; those that would wait long name something that isn't there.
    private static async Task<IReadOnlyList<(string Operation, JsonObject Request)>> SoundAsync(ApiHost api)
    {
        await api.CreateAsync("Order", Definitions.Pass, publish: true);
        await api.CreateAsync("Quick", Definitions.Pass, "EXPRESS");
        await api.CallAsync("CreateActivity", new JsonObject { ["name"] = "pick" });
        string execution = await api.StartAsync(Machine, name: "first");
        await api.EndAsync(execution);
        JsonArray routes = new(new JsonObject { ["stateMachineVersionArn"] = Machine + ":1", ["weight"] = 100 });
        JsonArray tags = new(new JsonObject { ["key"] = "team", ["value"] = "shop" });
        await api.CallAsync("CreateStateMachineAlias", new JsonObject { ["name"] = "live", ["routingConfiguration"] = routes.DeepClone() });
        return
        [
            ("CreateActivity", new JsonObject { ["name"] = "pick", ["tags"] = tags.DeepClone() }),
            ("CreateStateMachine", new JsonObject
            {
                ["name"] = "Order",
                ["definition"] = Definitions.Pass,
                ["roleArn"] = ApiHost.Role,
                ["type"] = "STANDARD",
                ["publish"] = true,
                ["tags"] = tags.DeepClone(),
                ["tracingConfiguration"] = new JsonObject { ["enabled"] = false },
                ["loggingConfiguration"] = new JsonObject { ["level"] = "OFF", ["includeExecutionData"] = true, ["destinations"] = new JsonArray() },
                ["encryptionConfiguration"] = new JsonObject { ["type"] = "AWS_OWNED_KEY" },
            }),
            ("CreateStateMachineAlias", new JsonObject { ["name"] = "live", ["routingConfiguration"] = routes.DeepClone(), ["description"] = "live" }),
            ("DeleteActivity", new JsonObject { ["activityArn"] = Missing }),
            ("DeleteStateMachineVersion", new JsonObject { ["stateMachineVersionArn"] = Machine + ":7" }),
            ("DeleteStateMachineAlias", new JsonObject { ["stateMachineAliasArn"] = Machine + ":none" }),
            ("DescribeActivity", new JsonObject { ["activityArn"] = Activity }),
            ("DescribeExecution", new JsonObject { ["executionArn"] = execution, ["includedData"] = "ALL_DATA" }),
            ("DescribeStateMachine", new JsonObject { ["stateMachineArn"] = Machine, ["includedData"] = "METADATA_ONLY" }),
            ("DescribeStateMachineAlias", new JsonObject { ["stateMachineAliasArn"] = Machine + ":live" }),
            ("DescribeStateMachineForExecution", new JsonObject { ["executionArn"] = execution }),
            ("GetActivityTask", new JsonObject { ["activityArn"] = Missing, ["workerName"] = "hand" }),
            ("GetExecutionHistory", new JsonObject { ["executionArn"] = execution, ["maxResults"] = 2, ["reverseOrder"] = true }),
            ("ListActivities", new JsonObject { ["maxResults"] = 10 }),
            ("ListExecutions", new JsonObject { ["stateMachineArn"] = Machine, ["statusFilter"] = "FAILED", ["redriveFilter"] = "REDRIVEN" }),
            ("ListStateMachineAliases", new JsonObject { ["stateMachineArn"] = Machine }),
            ("ListStateMachines", new JsonObject { ["maxResults"] = 10 }),
            ("ListStateMachineVersions", new JsonObject { ["stateMachineArn"] = Machine }),
            ("ListTagsForResource", new JsonObject { ["resourceArn"] = Machine }),
            ("PublishStateMachineVersion", new JsonObject { ["stateMachineArn"] = Machine, ["revisionId"] = "INITIAL", ["description"] = "first" }),
            ("RedriveExecution", new JsonObject { ["executionArn"] = execution, ["clientToken"] = "one" }),
            ("SendTaskFailure", new JsonObject { ["taskToken"] = "abc", ["error"] = "E", ["cause"] = "C" }),
            ("SendTaskHeartbeat", new JsonObject { ["taskToken"] = "abc" }),
            ("SendTaskSuccess", new JsonObject { ["taskToken"] = "abc", ["output"] = "{}" }),
            ("StartExecution", new JsonObject { ["stateMachineArn"] = Machine, ["name"] = "first", ["input"] = "{}", ["traceHeader"] = "Root=1" }),
            ("StartSyncExecution", new JsonObject { ["stateMachineArn"] = Quick, ["input"] = "{}" }),
            ("StopExecution", new JsonObject { ["executionArn"] = execution, ["error"] = "E", ["cause"] = "C" }),
            ("TagResource", new JsonObject { ["resourceArn"] = Machine, ["tags"] = tags.DeepClone() }),
            ("UntagResource", new JsonObject { ["resourceArn"] = Machine, ["tagKeys"] = new JsonArray("team") }),
            ("UpdateStateMachine", new JsonObject { ["stateMachineArn"] = Machine, ["roleArn"] = ApiHost.Role, ["definition"] = Definitions.Pass }),
            ("UpdateStateMachineAlias", new JsonObject { ["stateMachineAliasArn"] = Machine + ":live", ["routingConfiguration"] = routes.DeepClone(), ["description"] = "live" }),
            ("ValidateStateMachineDefinition", new JsonObject { ["definition"] = Definitions.Pass, ["severity"] = "WARNING", ["maxResults"] = 3 }),
        ];
    }

    private static string Shown(byte[] body) => System.Text.Encoding.Latin1.GetString(body, 0, Math.Min(body.Length, 300));

    [GeneratedRegex(@"^[a-z0-9.]+#[A-Za-z]+$")]
    private static partial Regex Type();
}
