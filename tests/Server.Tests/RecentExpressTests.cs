using System.Text;
using System.Text.Json.Nodes;
using Compiled;
using Compiled.WebConsole;
using Microsoft.Extensions.DependencyInjection;

namespace Server.Tests;

/// <summary>What the server keeps of Express executions for the console. FEATURES V-018, V-030 to V-033.</summary>
public sealed class RecentExpressTests : IAsyncLifetime
{
    private ApiHost _api = null!;

    private IConsoleExpress Recent => _api.Services.GetRequiredService<IConsoleExpress>();

    public async Task InitializeAsync() => _api = await ApiHost.StartAsync();

    public async Task DisposeAsync() => await _api.DisposeAsync();

    [Fact]
    public async Task Execution_OfAMachineThatLogsAll_IsKeptWithItsHistory()
    {
        string arn = await RunAsync("All", "ALL", includesData: true, """{"secret":41}""");

        ConsoleExpressExecution kept = Recent.Find(arn)!;

        Assert.Equal((ExecutionStatus.Succeeded, "ALL", true, kept.EventCount), (kept.Summary.Status, kept.LogLevel, kept.IncludesData, kept.Events.Count));
        Assert.Equal(Enumerable.Range(1, kept.EventCount), kept.Outlines.Select(static outline => outline.Id));
        Assert.Contains("secret", Encoding.UTF8.GetString(kept.Events[0].Span), StringComparison.Ordinal);
        Assert.Equal(Definitions.Pass, kept.Definition);
        Assert.NotNull(kept.RoleArn);
        Assert.Equal(kept.Summary, Assert.Single(Recent.List()));
    }

    [Fact]
    public async Task Execution_LoggedWithoutData_IsKeptWithoutIt()
    {
        string arn = await RunAsync("Bare", "ALL", includesData: false, """{"secret":41}""");

        Assert.All(Recent.Find(arn)!.Events, static json => Assert.DoesNotContain("secret", Encoding.UTF8.GetString(json.Span), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Execution_OfAMachineThatLogsErrors_IsKeptWithThese()
    {
        string arn = await RunAsync("Errors", "ERROR", includesData: true, "{}");

        ConsoleExpressExecution kept = Recent.Find(arn)!;

        Assert.Equal((ExecutionStatus.Succeeded, 0), (kept.Summary.Status, kept.Events.Count));
        Assert.True(kept.EventCount > 0);
    }

    [Fact]
    public async Task Execution_OfAMachineThatLogsNothing_IsNotKept()
    {
        string arn = await RunAsync("Off", "OFF", includesData: false, "{}");

        Assert.Null(Recent.Find(arn));
        Assert.Empty(Recent.List());
    }

    [Fact]
    public async Task Executions_MoreThanAThousand_PushTheOldestOut()
    {
        string machine = await CreateAsync("Many", "FATAL", includesData: false), first = await StartAsync(machine, "{}");
        for (int i = 0; i < 1000; i++)
            await StartAsync(machine, "{}");

        Assert.Equal(1000, Recent.List().Count);
        Assert.Null(Recent.Find(first));
    }

    private async Task<string> RunAsync(string name, string level, bool includesData, string input) => await StartAsync(await CreateAsync(name, level, includesData), input);

    private async Task<string> StartAsync(string machine, string input)
        => (await _api.CallAsync("StartSyncExecution", new JsonObject { ["stateMachineArn"] = machine, ["input"] = input }))["executionArn"]!.GetValue<string>();

    private async Task<string> CreateAsync(string name, string level, bool includesData)
    {
        JsonObject logging = new() { ["level"] = level, ["includeExecutionData"] = includesData };
        if (level != "OFF")
            logging["destinations"] = new JsonArray(new JsonObject { ["cloudWatchLogsLogGroup"] = new JsonObject { ["logGroupArn"] = "arn:aws:logs:us-east-1:123456789012:log-group:g:*" } });
        return (await _api.CallAsync("CreateStateMachine", new JsonObject
        {
            ["name"] = name,
            ["definition"] = Definitions.Pass,
            ["roleArn"] = "arn:aws:iam::123456789012:role/r",
            ["type"] = "EXPRESS",
            ["loggingConfiguration"] = logging,
        }))["stateMachineArn"]!.GetValue<string>();
    }
}
