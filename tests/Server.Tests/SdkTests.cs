using System.Text.Json;
using System.Text.Json.Nodes;
using Compiled.Server.Protocol;

namespace Server.Tests;

/// <summary>AWS's SDK for JavaScript against the server. FEATURES P-008, P-009.</summary>
public sealed class SdkTests
{
    // What these calls are refused with is right: nothing else could be answered.
    private static readonly Dictionary<string, string> s_refused = new() { ["UpdateMapRun"] = "ValidationException" };

    [ClientFact("@aws-sdk/client-sfn")]
    public async Task JavaScriptSdk_CallsEveryOperation_AndReadsItsAnswer()
    {
        await using ApiHost api = await ApiHost.StartAsync();

        (int code, string output, string error) = await ClientProcess.RunAsync(
            "node", [Path.Combine(AppContext.BaseDirectory, "Clients", "sdk.cjs"), api.Address.ToString()], ("NODE_PATH", ClientFactAttribute.Packages));

        Assert.True(code == 0, error);
        JsonObject result = (JsonObject)JsonNode.Parse(output)!;
        JsonObject calls = (JsonObject)result["calls"]!;
        Assert.Equal("SUCCEEDED", (string?)result["sync"]);
        Assert.Equal(result["commands"]!.AsArray().Select(static name => (string)name!).Order(StringComparer.Ordinal), calls.Select(static call => call.Key).Order(StringComparer.Ordinal));
        string[] known = [.. new OperationTable(api.Server).Names];
        Assert.Empty(calls
            .Where(call => known.Contains(call.Key) && call.Value!["isKnown"] is not null && (string?)call.Value["error"] != s_refused.GetValueOrDefault(call.Key))
            .Select(static call => $"{call.Key}: {call.Value!.ToJsonString()}"));
        Assert.Empty(known.Except(calls.Select(static call => call.Key)));
        Judge(calls);
    }

    private static void Judge(JsonObject calls)
    {
        Assert.Equal(["FailStateEntered", "ExecutionFailed"], calls["GetExecutionHistory"]!["events"]!.AsArray().Skip(1).Select(static item => (string?)item!["type"]));
        Assert.Equal("Oops", (string?)calls["GetExecutionHistory"]!["events"]![2]!["executionFailedEventDetails"]!["error"]);
        Assert.Equal("""{"a":1}""", (string?)calls["StartSyncExecution"]!["output"]);
        Assert.Equal(("FAILED", "Empty"), ((string?)calls["DescribeExecution"]!["status"], (string?)calls["DescribeExecution"]!["error"]));
        Assert.Equal("""[{"key":"a","value":"b"},{"key":"c","value":"d"}]""", calls["ListTagsForResource"]!["tags"]!.ToJsonString());
        // The SDK has made a date of the seconds.
        Assert.Equal(JsonValueKind.String, calls["CreateActivity"]!["creationDate"]!.GetValueKind());
        Assert.StartsWith("2026-11-26T12:00:00", (string)calls["CreateActivity"]!["creationDate"]!, StringComparison.Ordinal);
    }
}
