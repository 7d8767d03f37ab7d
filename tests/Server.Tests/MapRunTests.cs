using System.Text.Json.Nodes;

namespace Server.Tests;

/// <summary>Runs of distributed Maps. FEATURES P-084, P-120, P-121.</summary>
public sealed class MapRunTests
{
    private const string Map = """
        {"StartAt":"Map","States":{"Map":{"Type":"Map","Label":"Each","ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},"StartAt":"Done",
         "States":{"Done":{"Type":"Pass","End":true}}},"MaxConcurrency":2,"End":true}}}
        """;

    [Fact]
    public async Task MapRun_ThatEnded_IsDescribedListedAndNotUpdated()
    {
        await using ApiHost api = await ApiHost.StartAsync();
        string execution = await api.StartAsync(await api.CreateAsync("Order", Map), "[1,2,3]", "n");
        await api.EndAsync(execution);

        JsonNode run = Assert.Single((JsonArray)(await api.CallAsync("ListMapRuns", new JsonObject { ["executionArn"] = execution }))["mapRuns"]!)!;
        string arn = (string)run["mapRunArn"]!;
        JsonObject described = await api.CallAsync("DescribeMapRun", new JsonObject { ["mapRunArn"] = arn });
        JsonObject children = await api.CallAsync("ListExecutions", new JsonObject { ["mapRunArn"] = arn });

        Assert.StartsWith(ApiHost.Prefix + "mapRun:Order/Each:", arn, StringComparison.Ordinal);
        Assert.Equal(ApiHost.Prefix + "stateMachine:Order/Each", (string?)run["stateMachineArn"]);
        Assert.Equal((execution, "SUCCEEDED", 2), ((string?)described["executionArn"], (string?)described["status"], (int)described["maxConcurrency"]!));
        Assert.Equal(
            """{"pending":0,"running":0,"succeeded":3,"failed":0,"timedOut":0,"aborted":0,"total":3,"resultsWritten":0,"failuresNotRedrivable":0,"pendingRedrive":0}""",
            described["itemCounts"]!.ToJsonString());
        Assert.Equal([arn, arn, arn], children["executions"]!.AsArray().Select(static child => (string)child!["mapRunArn"]!));
        JsonObject child = await api.CallAsync("DescribeExecution", new JsonObject { ["executionArn"] = (string)children["executions"]![0]!["executionArn"]! });
        Assert.Equal((arn, "3"), ((string?)child["mapRunArn"], (string?)child["input"]));
        Assert.Equal("ValidationException", (await api.RefuseAsync("UpdateMapRun", new JsonObject { ["mapRunArn"] = arn, ["maxConcurrency"] = 5 })).Code);
        Assert.Equal(("ResourceNotFound", $"Resource not found: '{arn}0'"), await api.RefuseAsync("DescribeMapRun", new JsonObject { ["mapRunArn"] = arn + "0" }));
    }
}
