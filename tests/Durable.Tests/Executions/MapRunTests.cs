using Compiled;
using Compiled.Durable;
using Compiled.Values;

namespace Durable.Tests.Executions;

/// <summary>Distributed Maps on a durable host. FEATURES A15, P-120.</summary>
public sealed class MapRunTests
{
    private const string Each = """
        {"StartAt": "Each", "States": {"Each": {"Type": "Map", "Label": "Items", "MaxConcurrency": 2, "ItemsPath": "$.items",
            "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"}, "StartAt": "Pause", "States": {
                "Pause": {"Type": "Wait", "Seconds": 60, "Next": "Work"},
                "Work": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:work", "End": true}}},
            "End": true}}}
        """;

    [Fact]
    public async Task MapRun_RunsItsChildrenAsExecutions()
    {
        await using Host host = new Host().Add("M", Each);
        host.Handlers.Add("work", static input => input);

        ExecutionDescription end = await host.RunAsync("M", """{"items":[1,2,3,4,5]}""");

        Assert.Equal("[1,2,3,4,5]", end.Output.ToString());
        Assert.Equal(TimeSpan.FromSeconds(180), end.Summary.StopDate - end.Summary.StartDate);
        Assert.Equal(
            ["ExecutionStarted", "MapStateEntered", "MapStateStarted", "MapRunStarted", "MapRunSucceeded", "MapStateSucceeded", "MapStateExited", "ExecutionSucceeded"],
            host.Types(end.ExecutionArn));
        Assert.Equal(6, host.Executions.CountByStatus()[ExecutionStatus.Succeeded]);
        Assert.Single(host.Executions.List().Executions);
    }

    [Fact]
    public async Task MapRun_CrashedInTheMiddle_RunsNoItemTwice()
    {
        Host first = new Host().Add("M", Each);
        List<string> worked = [];
        first.Handlers.Add("work", input => Note(input, worked));
        string arn = (await first.Executions.StartAsync("M", JsonValue.Parse("""{"items":[1,2,3,4,5]}"""u8))).ExecutionArn;
        await first.SettleAsync();
        Assert.True(first.Time.AdvanceToNextTimer());
        await first.SettleAsync();

        await using Host second = first.Crash().Add("M", Each);
        second.Handlers.Add("work", input => Note(input, worked));
        await second.Executions.RunAsync();
        ExecutionDescription end = await second.EndAsync(arn);

        Assert.Equal("[1,2,3,4,5]", end.Output.ToString());
        Assert.Equal(["1", "2", "3", "4", "5"], worked.Order());
    }

    [Fact]
    public async Task MapRun_WhoseExecutionIsStopped_StopsItsChildren()
    {
        await using Host host = new Host().Add("M", Each);
        string arn = (await host.Executions.StartAsync("M", JsonValue.Parse("""{"items":[1,2,3]}"""u8))).ExecutionArn;
        await host.SettleAsync();

        await host.Executions.StopExecutionAsync(arn);
        await host.SettleAsync();

        Assert.Equal(new Dictionary<ExecutionStatus, long> { [ExecutionStatus.Aborted] = 3 }, host.Executions.CountByStatus());
    }

    private static JsonValue Note(JsonValue input, List<string> worked)
    {
        lock (worked)
            worked.Add(input.ToString());
        return input;
    }
}
