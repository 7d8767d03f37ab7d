using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Compiled.Server.Protocol;

namespace Server.Tests;

/// <summary>AWS's command line against the server, two processes at a time. FEATURES P-008, P-009.</summary>
public sealed class CliTests
{
    // What the command line of January 2023, which Debian 12 has, doesn't know yet.
    private static readonly string[] s_newer =
    [
        "CreateStateMachineAlias", "DeleteStateMachineAlias", "DeleteStateMachineVersion", "DescribeStateMachineAlias", "ListStateMachineAliases", "ListStateMachineVersions",
        "PublishStateMachineVersion", "RedriveExecution", "TestState", "UpdateStateMachineAlias", "ValidateStateMachineDefinition",
    ];

    private const string Machine = ApiHost.Prefix + "stateMachine:Cli", Execution = ApiHost.Prefix + "execution:Cli:first", Each = ApiHost.Prefix + "stateMachine:CliEach", Activity = ApiHost.Prefix + "activity:cli-pick";

    private const string DistributedMap =
        """{"StartAt":"Each","States":{"Each":{"Type":"Map","ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},"StartAt":"Done","States":{"Done":{"Type":"Pass","End":true}}},"End":true}}}""";

    private readonly ConcurrentDictionary<string, JsonNode?> _answers = new();

    private readonly ConcurrentBag<string> _unknown = [];

    private ApiHost _api = null!;

    [ClientFact("aws")]
    public async Task CommandLine_CallsEveryOperationThatItKnows_AndReadsItsAnswer()
    {
        await using (_api = await ApiHost.StartAsync())
        {
            await Task.WhenAll(MachinesAsync(), ActivitiesAsync());

            Assert.Empty(_unknown.Except(s_newer));
            Assert.Empty(new OperationTable(_api.Server).Names.Except(_answers.Keys).Except(_unknown));
            Assert.Equal((Definitions.Fail, "ACTIVE"), ((string?)_answers["DescribeStateMachine"]!["definition"], (string?)_answers["DescribeStateMachine"]!["status"]));
            Assert.Equal(("FAILED", "Oops"), ((string?)_answers["DescribeExecution"]!["status"], (string?)_answers["DescribeExecution"]!["error"]));
            Assert.Equal(["ExecutionStarted", "FailStateEntered", "ExecutionFailed"], _answers["GetExecutionHistory"]!["events"]!.AsArray().Select(static item => (string?)item!["type"]));
            Assert.Equal(("SUCCEEDED", """{"a":1}"""), ((string?)_answers["StartSyncExecution"]!["status"], (string?)_answers["StartSyncExecution"]!["output"]));
            Assert.Equal("""{"item":7}""", (string?)_answers["GetActivityTask"]!["input"]);
        }
    }

    private async Task MachinesAsync()
    {
        await CallAsync("CreateStateMachine", "--name", "Cli", "--definition", Definitions.Pass, "--role-arn", ApiHost.Role, "--tags", "key=a,value=b");
        await CallAsync("UpdateStateMachine", "--state-machine-arn", Machine, "--definition", Definitions.Fail);
        await CallAsync("DescribeStateMachine", "--state-machine-arn", Machine);
        await CallAsync("ListStateMachines");
        await CallAsync("PublishStateMachineVersion", "--state-machine-arn", Machine);
        if (!_unknown.Contains("PublishStateMachineVersion"))
            await VersionsAsync();
        else
            foreach (string newer in s_newer)
                _unknown.Add(newer);
        await CallAsync("TagResource", "--resource-arn", Machine, "--tags", "key=c,value=d");
        await CallAsync("ListTagsForResource", "--resource-arn", Machine);
        await CallAsync("UntagResource", "--resource-arn", Machine, "--tag-keys", "a", "c");
        await CallAsync("StartExecution", "--state-machine-arn", Machine, "--name", "first", "--input", "{\"a\":1}");
        await _api.EndAsync(Execution);
        await CallAsync("DescribeExecution", "--execution-arn", Execution);
        await CallAsync("GetExecutionHistory", "--execution-arn", Execution, "--max-items", "10");
        await CallAsync("ListExecutions", "--state-machine-arn", Machine, "--status-filter", "FAILED");
        await CallAsync("DescribeStateMachineForExecution", "--execution-arn", Execution);
        if (!_unknown.Contains("RedriveExecution"))
            await CallAsync("RedriveExecution", "--execution-arn", Execution);
        await CallAsync("StopExecution", "--execution-arn", Execution);
        await CallAsync("DeleteStateMachine", "--state-machine-arn", Machine);
    }

    private async Task VersionsAsync()
    {
        await CallAsync("ListStateMachineVersions", "--state-machine-arn", Machine);
        await CallAsync("CreateStateMachineAlias", "--name", "live", "--routing-configuration", $"stateMachineVersionArn={Machine}:1,weight=100");
        await CallAsync("DescribeStateMachineAlias", "--state-machine-alias-arn", Machine + ":live");
        await CallAsync("ListStateMachineAliases", "--state-machine-arn", Machine);
        await CallAsync("UpdateStateMachineAlias", "--state-machine-alias-arn", Machine + ":live", "--description", "the live one");
        await CallAsync("DeleteStateMachineAlias", "--state-machine-alias-arn", Machine + ":live");
        await CallAsync("DeleteStateMachineVersion", "--state-machine-version-arn", Machine + ":1");
        await CallAsync("ValidateStateMachineDefinition", "--definition", Definitions.Pass);
        await CallAsync("TestState", "--definition", """{"Type":"Pass","End":true}""", "--role-arn", ApiHost.Role, "--input", "{}");
    }

    private async Task ActivitiesAsync()
    {
        await CallAsync("CreateActivity", "--name", "cli-pick");
        await CallAsync("DescribeActivity", "--activity-arn", Activity);
        await CallAsync("ListActivities");
        string machine = await _api.CreateAsync("CliPicks", """{"StartAt":"Pick","States":{"Pick":{"Type":"Task","Resource":"ARN","End":true}}}""".Replace("ARN", Activity, StringComparison.Ordinal));
        string first = await _api.StartAsync(machine, """{"item":7}"""), second = await _api.StartAsync(machine, """{"item":7}""");
        string token = (string)(await CallAsync("GetActivityTask", "--activity-arn", Activity, "--worker-name", "cli"))!["taskToken"]!;
        await CallAsync("SendTaskHeartbeat", "--task-token", token);
        await CallAsync("SendTaskSuccess", "--task-token", token, "--task-output", """{"done":true}""");
        token = (string)(await _api.CallAsync("GetActivityTask", new JsonObject { ["activityArn"] = Activity }))["taskToken"]!;
        await CallAsync("SendTaskFailure", "--task-token", token, "--error", "Empty", "--cause", "The shelf is empty.");
        Assert.Equal(["FAILED", "SUCCEEDED"], new[] { (string?)(await _api.EndAsync(first))["status"], (string?)(await _api.EndAsync(second))["status"] }.Order(StringComparer.Ordinal));
        await CallAsync("DeleteActivity", "--activity-arn", Activity);

        string express = await _api.CreateAsync("CliExpress", Definitions.Pass, "EXPRESS");
        await CallAsync("StartSyncExecution", "--state-machine-arn", express, "--input", """{"a":1}""");
        await _api.CreateAsync("CliEach", DistributedMap);
        string each = await _api.StartAsync(Each, "[1,2]");
        await _api.EndAsync(each);
        string run = (string?)(await CallAsync("ListMapRuns", "--execution-arn", each))?["mapRuns"]?[0]?["mapRunArn"] ?? ApiHost.Prefix + "mapRun:CliEach/Each:0";
        await CallAsync("DescribeMapRun", "--map-run-arn", run);
        await CallAsync("UpdateMapRun", "--map-run-arn", run, "--max-concurrency", "2");
    }

    private async Task<JsonNode?> CallAsync(string operation, params string[] arguments)
    {
        // The host of these two begins with sync-: through the server as the proxy no name is looked up.
        bool isPrefixed = operation is "StartSyncExecution" or "TestState";
        string address = _api.Address.ToString().TrimEnd('/');
        string[] all = ["stepfunctions", JsonNamingPolicy.KebabCaseLower.ConvertName(operation), "--endpoint-url", isPrefixed ? address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal) : address, .. arguments];
        (int code, string output, string error) = await ClientProcess.RunAsync("aws", all, isPrefixed ? [("HTTP_PROXY", address), ("http_proxy", address)] : []);
        if (code != 0 && error.Contains("nvalid choice", StringComparison.Ordinal))
        {
            _unknown.Add(operation);
            return null;
        }

        bool isLacking = error.Contains("(UnknownOperationException)", StringComparison.Ordinal) && !new OperationTable(_api.Server).Names.Contains(operation);
        // The Map Run has ended, and can't be changed any more.
        bool isRefused = operation == "UpdateMapRun" && error.Contains("(ValidationException)", StringComparison.Ordinal);
        Assert.True(code == 0 || isLacking || isRefused, $"{operation}: {code} {error}");
        return _answers[operation] = output.Trim().Length == 0 ? null : JsonNode.Parse(output);
    }
}
