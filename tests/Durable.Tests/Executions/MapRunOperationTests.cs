using Compiled;
using Compiled.Durable;
using Compiled.MapRuns;
using Compiled.Values;

namespace Durable.Tests.Executions;

/// <summary>Describing, listing and changing Map Runs. FEATURES P-120, P-121.</summary>
public sealed class MapRunOperationTests
{
    private const string Each = """
        {"StartAt": "Each", "States": {"Each": {"Type": "Map", "Label": "Items", "MaxConcurrency": 1, "ToleratedFailurePercentage": 50, "ItemsPath": "$.items",
            "ItemBatcher": {"MaxItemsPerBatch": 2}, "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                "StartAt": "Pause", "States": {"Pause": {"Type": "Wait", "Seconds": 60, "Next": "Sort"},
                    "Sort": {"Type": "Choice", "Choices": [{"Variable": "$.Items[0]", "NumericGreaterThan": 2, "Next": "Bad"}], "Default": "Good"},
                    "Good": {"Type": "Succeed"}, "Bad": {"Type": "Fail", "Error": "Large"}}},
            "Next": "Again"},
            "Again": {"Type": "Map", "Label": "Rest", "Items": [], "QueryLanguage": "JSONata", "End": true,
                "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS"}, "StartAt": "S", "States": {"S": {"Type": "Succeed"}}}}}}
        """;

    [Fact]
    public async Task DescribeMapRun_WhileItRunsAndWhenItHasEnded_TellsWhereItemsAre()
    {
        await using Host host = new Host().Add("M", Each);
        string arn = await StartAsync(host);
        await NextAsync(host);
        MapRunSummary run = Assert.Single(host.Executions.ListMapRuns(arn).MapRuns);

        MapRunDescription running = host.Executions.DescribeMapRun(run.MapRunArn);

        Assert.Equal(("arn:aws:states:us-east-1:123456789012:stateMachine:M/Items", arn, null), (run.StateMachineArn, run.ExecutionArn, run.StopDate));
        Assert.Equal((run, MapRunStatus.Running, 1, 50.0, 0, 0, null),
            (running.Summary, running.Status, running.MaxConcurrency, running.ToleratedFailurePercentage, running.ToleratedFailureCount, running.RedriveCount, running.RedriveDate));
        Assert.Equal(new MapRunCounts(0, 2, 2, 0, 0, 0, 4, 0), running.ItemCounts);
        Assert.Equal(new MapRunCounts(0, 1, 1, 0, 0, 0, 2, 0), running.ExecutionCounts);

        await host.EndAsync(arn);
        MapRunDescription ended = host.Executions.DescribeMapRun(run.MapRunArn);
        Assert.Equal(new MapRunCounts(0, 0, 2, 3, 0, 0, 5, 0), ended.ItemCounts);
        Assert.Equal(new MapRunCounts(0, 0, 1, 2, 0, 0, 3, 0), ended.ExecutionCounts);
        Assert.Equal((MapRunStatus.Failed, host.Executions.Describe(arn).Summary.StopDate), (ended.Status, ended.Summary.StopDate));
        Assert.Throws<MapRunDoesNotExistException>(() => host.Executions.DescribeMapRun(run.MapRunArn + "0"));
    }

    [Fact]
    public async Task ListMapRuns_InPages_HasThemInTheOrderOfTheirStart()
    {
        await using Host host = new Host().Add("M", Each);
        string arn = (await host.RunAsync("M", """{"items":[1]}""")).ExecutionArn;

        MapRunPage first = host.Executions.ListMapRuns(arn, maxResults: 1), second = host.Executions.ListMapRuns(arn, first.NextToken, 1);

        Assert.Equal(["M/Items", "M/Rest"], first.MapRuns.Concat(second.MapRuns).Select(static run => run.StateMachineArn.Split(':')[^1]));
        Assert.Null(second.NextToken);
        Assert.Throws<ExecutionDoesNotExistException>(() => host.Executions.ListMapRuns(arn + "0"));
    }

    [Fact]
    public async Task List_ByMapRun_HasItsChildren()
    {
        await using Host host = new Host().Add("M", Each);
        string arn = await StartAsync(host);
        await StartAsync(host);
        await host.EndAsync(arn);
        string run = host.Executions.ListMapRuns(arn).MapRuns[0].MapRunArn;

        ExecutionPage first = host.Executions.List(new ExecutionQuery { MapRun = run }, maxResults: 2);
        ExecutionPage second = host.Executions.List(new ExecutionQuery { MapRun = run }, first.NextToken, 2);

        Assert.Equal(
            [ExecutionStatus.Failed, ExecutionStatus.Failed, ExecutionStatus.Succeeded], first.Executions.Concat(second.Executions).Select(static child => child.Status));
        Assert.Single(host.Executions.List(new ExecutionQuery { MapRun = run, Status = ExecutionStatus.Succeeded }).Executions);
        Assert.Throws<MapRunDoesNotExistException>(() => host.Executions.List(new ExecutionQuery { MapRun = "arn" }));
    }

    [Fact]
    public async Task UpdateMapRun_WhileItRuns_HoldsAlsoAfterACrash()
    {
        Host first = new Host().Add("M", Each);
        string arn = await StartAsync(first);
        await first.SettleAsync();
        string run = first.Executions.ListMapRuns(arn).MapRuns[0].MapRunArn;

        await first.Executions.UpdateMapRunAsync(run, toleratedFailurePercentage: 100);
        await using Host second = first.Crash().Add("M", Each);
        await second.Executions.RunAsync();
        await second.SettleAsync();
        await second.Executions.UpdateMapRunAsync(run, maxConcurrency: 10);
        await second.SettleAsync();
        MapRunDescription updated = second.Executions.DescribeMapRun(run);
        ExecutionDescription end = await second.EndAsync(arn);

        Assert.Equal((10, 100.0, new MapRunCounts(0, 3, 0, 0, 0, 0, 3, 0)), (updated.MaxConcurrency, updated.ToleratedFailurePercentage, updated.ExecutionCounts));
        Assert.Equal(ExecutionStatus.Succeeded, end.Status);
        Assert.Equal(TimeSpan.FromMinutes(1), end.Summary.StopDate - end.Summary.StartDate);
        await Assert.ThrowsAsync<MapRunCompletedException>(() => second.Executions.UpdateMapRunAsync(run, 1));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => second.Executions.UpdateMapRunAsync(run, toleratedFailurePercentage: 101));
    }

    [Fact]
    public async Task DescribeMapRun_OfAStoppedExecution_IsAborted()
    {
        await using Host host = new Host().Add("M", Each);
        string arn = await StartAsync(host);
        await host.SettleAsync();
        string run = host.Executions.ListMapRuns(arn).MapRuns[0].MapRunArn;

        await host.Executions.StopExecutionAsync(arn);
        Assert.Equal(MapRunStatus.Aborted, host.Executions.DescribeMapRun(run).Status);
        await host.SettleAsync();

        Assert.Equal(new MapRunCounts(0, 0, 0, 0, 0, 1, 1, 0), host.Executions.DescribeMapRun(run).ExecutionCounts);
    }

    [Fact]
    public async Task DescribeMapRun_WhileItIsRedriven_TellsWhatIsPending()
    {
        await using Host host = new Host().Add("M", Each);
        string arn = await StartAsync(host);
        await host.EndAsync(arn);
        string run = host.Executions.ListMapRuns(arn).MapRuns[0].MapRunArn;

        await host.Executions.RedriveAsync(arn);
        await host.SettleAsync();
        MapRunDescription redriven = host.Executions.DescribeMapRun(run);

        // The children fail at once: they go on from the state that failed.
        Assert.Equal((MapRunStatus.Failed, 1), (redriven.Status, redriven.RedriveCount));
        Assert.Equal(new MapRunCounts(0, 0, 1, 2, 0, 0, 3, 0), redriven.ExecutionCounts);
        Assert.Equal(new MapRunCounts(0, 0, 2, 3, 0, 0, 5, 0), redriven.ItemCounts);
    }

    private static async Task<string> StartAsync(Host host)
        => (await host.Executions.StartAsync("M", JsonValue.Parse("""{"items":[1,2,3,4,5]}"""u8))).ExecutionArn;

    private static async Task NextAsync(Host host)
    {
        await host.SettleAsync();
        host.Time.Advance(TimeSpan.FromMinutes(1));
        await host.SettleAsync();
    }
}
