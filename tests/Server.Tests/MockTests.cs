using System.Text.Json.Nodes;
using Compiled.Server;
using Compiled.TestState.Mocking;

namespace Server.Tests;

/// <summary>Starts with a test case of a mock file. FEATURES M-002 to M-010.</summary>
public sealed class MockTests : IDisposable
{
    private const string Order = """
        {"StartAt":"Pay","States":{"Pay":{"Type":"Task","Resource":"arn:aws:states:::sqs:sendMessage","Parameters":{"QueueUrl":"q","MessageBody":"m"},
          "Retry":[{"ErrorEquals":["Busy"],"IntervalSeconds":1,"MaxAttempts":3}],"End":true}}}
        """,
        Mocks = """
        {"StateMachines":{"Order":{"TestCases":{"Slow":{"Pay":"BusyOnce"},"Wrong":{"Refund":"BusyOnce"}}}},
         "MockedResponses":{"BusyOnce":{"0":{"Throw":{"Error":"Busy","Cause":"..."}},"1":{"Return":{"paid":true}}}}}
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("compiled-mocks-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("STANDARD")]
    [InlineData("EXPRESS")]
    public async Task Start_WithACase_TakesItsAnswers_AndWithout_WhatIsReal(string type)
    {
        await using ApiHost api = await StartAsync();
        string arn = await api.CreateAsync("Order", Order, type);

        JsonObject mocked = await RunAsync(api, arn + "#Slow", type), real = await RunAsync(api, arn, type);

        Assert.Equal(("SUCCEEDED", """{"paid":true}"""), ((string?)mocked["status"], (string?)mocked["output"]));
        Assert.Equal(("FAILED", "States.TaskFailed"), ((string?)real["status"], (string?)real["error"]));
    }

    [Theory]
    [InlineData("None")]
    [InlineData("Wrong")]
    public async Task Start_WithACaseThatCantBe_IsRefused(string testCase)
    {
        await using ApiHost api = await StartAsync();
        string arn = await api.CreateAsync("Order", Order);

        (string code, string message) = await api.RefuseAsync("StartExecution", new JsonObject { ["stateMachineArn"] = $"{arn}#{testCase}" });

        Assert.Equal("InvalidName", code);
        Assert.StartsWith($"Invalid Name: '{testCase}': ", message, StringComparison.Ordinal);
    }

    private async Task<ApiHost> StartAsync()
    {
        string path = Path.Combine(_folder, "MockConfigFile.json");
        await File.WriteAllTextAsync(path, Mocks);
        return await ApiHost.StartAsync(options: new StepFunctionsOptions { Mocks = new MockFile(path), WaitTimeScale = 0 });
    }

    private static async Task<JsonObject> RunAsync(ApiHost api, string arn, string type)
    {
        Task<JsonObject> run = type == "EXPRESS" ? api.CallAsync("StartSyncExecution", new JsonObject { ["stateMachineArn"] = arn }) : EndAsync(api, arn);
        // Delays take no time, but their timers come only when the clock is looked at.
        while (!run.IsCompleted)
        {
            api.Time.Advance(TimeSpan.Zero);
            await Task.Yield();
        }

        return await run;
    }

    private static async Task<JsonObject> EndAsync(ApiHost api, string arn) => await api.EndAsync(await api.StartAsync(arn));
}
