using System.Text.Json;
using Compiled;
using Compiled.Durable;
using Compiled.Durable.Journal;
using Compiled.MapRuns;
using Compiled.Values;

namespace Durable.Tests.Executions;

/// <summary>A distributed Map goes on with its execution: the same run, and of its children those that did not succeed. FEATURES .</summary>
public sealed class MapRunRedriveTests
{
    private static string Each(string type = "STANDARD", string more = "") => """
        {"StartAt": "Each", "States": {"Each": {"Type": "Map", "Label": "Items", "MaxConcurrency": 1, MORE "ItemsPath": "$.items",
            "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "TYPE"}, "StartAt": "Note", "States": {
                "Note": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:note", "Next": "Pause"},
                "Pause": {"Type": "Wait", "Seconds": 60, "Next": "Work"},
                "Work": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:work", "End": true}}},
            "End": true}}}
        """.Replace("TYPE", type, StringComparison.Ordinal).Replace("MORE", more, StringComparison.Ordinal);

    private readonly List<string> _noted = [], _worked = [];
    private string _unnoted = "none", _broken = "3";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Redrive_OfAFailedRun_TakesOnWhatDidNotSucceed(bool refolds)
    {
        await using Host host = With(new Host(refolds: refolds), Each());
        ExecutionDescription failed = await host.RunAsync("M", """{"items":[1,2,3,4,5]}""");
        Assert.Equal((ExecutionStatus.Failed, "States.ExceedToleratedFailureThreshold"), (failed.Status, failed.Error));
        string[] before = host.Types(failed.ExecutionArn);
        StoredMapRun stored = Assert.Single(Runs(host));
        Assert.Equal(MapRunStatus.Failed, stored.Status);
        Assert.Equal(new MapRunCounts(0, 0, 2, 1, 0, 0, 3, 0), stored.Executions);

        _broken = "none";
        DateTimeOffset redriven = await host.Executions.RedriveAsync(failed.ExecutionArn);
        ExecutionDescription end = await host.EndAsync(failed.ExecutionArn);

        Assert.Equal((ExecutionStatus.Succeeded, "[1,2,3,4,5]"), (end.Status, end.Output.ToString()));
        Assert.Equal(["1", "2", "3", "4", "5"], _noted);
        Assert.Equal(["1", "2", "3", "3", "4", "5"], _worked);
        Assert.Equal(
            [.. before, "ExecutionRedriven", "MapRunRedriven", "MapRunSucceeded", "MapStateSucceeded", "MapStateExited", "ExecutionSucceeded"], host.Types(end.ExecutionArn));
        JsonElement details = host.Executions.GetHistory(end.ExecutionArn).Events.Single(static item => item.GetProperty("type").GetString() == "MapRunRedriven")
            .GetProperty("mapRunRedrivenEventDetails");
        Assert.Equal($$"""{"mapRunArn":"{{stored.Arn}}","redriveCount":1}""", details.GetRawText());
        StoredMapRun now = Assert.Single(Runs(host));
        Assert.Equal(
            stored with { Status = MapRunStatus.Succeeded, RedriveCount = 1, RedrivenTicks = redriven.UtcTicks, EndedTicks = now.EndedTicks, Items = now.Items, Executions = now.Executions }, now);
        Assert.Equal(new MapRunCounts(0, 0, 5, 0, 0, 0, 5, 0), now.Executions);
        Assert.Equal([0, 0, 1, 0, 0], Children(host).Select(static child => child.RedriveCount));
        Assert.Null(host.Executions.Verify(end.ExecutionArn));
    }

    [Fact]
    public async Task Redrive_WhoseProcessDies_GoesOnWithoutRedrivingTwice()
    {
        Host first = With(new Host(), Each(more: "\"ToleratedFailurePercentage\": 50,"));
        (_unnoted, _broken) = ("3", "1");
        string arn = (await first.RunAsync("M", """{"items":[1,2,3]}""")).ExecutionArn;
        _unnoted = "none";
        await first.Executions.RedriveAsync(arn);
        // The first child has failed again, and the third one pauses.
        await first.SettleAsync();
        await using Host second = With(first.Crash(), Each(more: "\"ToleratedFailurePercentage\": 50,"));
        await second.Executions.RunAsync();
        ExecutionDescription end = await second.EndAsync(arn);

        Assert.Equal(ExecutionStatus.Succeeded, end.Status);
        Assert.Equal(["1", "2", "3", "3"], _noted);
        Assert.Equal(["1", "2", "1", "3"], _worked);
        Assert.Equal([1, 0, 1], Children(second).Select(static child => child.RedriveCount));
    }

    [Fact]
    public async Task Redrive_OfExpressChildren_StartsThemAnew()
    {
        await using Host host = With(new Host(), Each("EXPRESS"));
        ExecutionDescription failed = await host.RunAsync("M", """{"items":[1,2,3,4]}""");
        await host.Executions.RedriveAsync(failed.ExecutionArn);
        Assert.Equal(ExecutionStatus.Failed, (await host.EndAsync(failed.ExecutionArn)).Status);
        _broken = "none";

        await host.Executions.RedriveAsync(failed.ExecutionArn);
        ExecutionDescription end = await host.EndAsync(failed.ExecutionArn);

        Assert.Equal((ExecutionStatus.Succeeded, "[1,2,3,4]"), (end.Status, end.Output.ToString()));
        Assert.Equal(["1", "2", "3", "3", "3", "4"], _noted);
        Assert.Equal(
            [(0, ExecutionStatus.Succeeded), (1, ExecutionStatus.Succeeded), (2, ExecutionStatus.Failed), (2, ExecutionStatus.Failed), (2, ExecutionStatus.Succeeded), (3, ExecutionStatus.Succeeded)],
            Children(host).Select(static child => (child.Head.Item, child.Status)));
        Assert.All(Children(host), static child => Assert.Equal(0, child.RedriveCount));
        Assert.Equal(2, Assert.Single(Runs(host)).RedriveCount);
    }

    [Fact]
    public async Task Redrive_OfAStoppedExecution_GoesOnWithTheChildrenThatWereStopped()
    {
        await using Host host = With(new Host(), Each());
        string arn = (await host.Executions.StartAsync("M", JsonValue.Parse("""{"items":[1,2]}"""u8))).ExecutionArn;
        await host.SettleAsync();

        await host.Executions.StopExecutionAsync(arn);
        await host.Executions.RedriveAsync(arn);
        ExecutionDescription end = await host.EndAsync(arn);

        Assert.Equal((ExecutionStatus.Succeeded, "[1,2]"), (end.Status, end.Output.ToString()));
        Assert.Equal(["1", "2"], _noted);
        Assert.Equal([1, 0], Children(host).Select(static child => child.RedriveCount));
        Assert.Equal((MapRunStatus.Succeeded, 1), (Assert.Single(Runs(host)).Status, Runs(host)[0].RedriveCount));
    }

    [Fact]
    public async Task Children_WhoseExecutionWasStoppedAsTheProcessDied_AreStopped()
    {
        Host first = With(new Host(), Each());
        string arn = (await first.Executions.StartAsync("M", JsonValue.Parse("""{"items":[1,2]}"""u8))).ExecutionArn;
        await first.SettleAsync();
        first.Crash();

        // A process that goes on with nothing stops the parent only.
        DurableExecutions stopper = new(first.Store, new DurableOptions { TimeProvider = first.Time, BeginsNothing = true, CompileDefinition = Host.Compile });
        await stopper.StopExecutionAsync(arn);
        await stopper.DisposeAsync();
        await using Host second = With(new Host(first.Store, first.Time), Each());
        await second.Executions.RunAsync();
        Assert.True(second.Time.AdvanceToNextTimer());
        await second.SettleAsync();

        Assert.Equal([ExecutionStatus.Aborted], Children(second).Select(static child => child.Status));
        Assert.Empty(_worked);
    }

    [Fact]
    public async Task Redrive_AfterARetriedRun_GoesOnWithTheLast()
    {
        await using Host host = With(new Host(), Each(more: """ "Retry": [{"ErrorEquals": ["States.ALL"], "MaxAttempts": 1}], """));
        ExecutionDescription failed = await host.RunAsync("M", """{"items":[3]}""");
        Assert.Equal(2, Runs(host).Count);
        _broken = "none";

        await host.Executions.RedriveAsync(failed.ExecutionArn);
        ExecutionDescription end = await host.EndAsync(failed.ExecutionArn);

        Assert.Equal((ExecutionStatus.Succeeded, "[3]"), (end.Status, end.Output.ToString()));
        Assert.Equal([(MapRunStatus.Failed, 0), (MapRunStatus.Succeeded, 1)], Runs(host).Select(static run => (run.Status, run.RedriveCount)));
    }

    [Fact]
    public async Task Redrive_OfARunWhoseResultWasTooLarge_StartsANewOne()
    {
        await using Host host = new Host().Add("M", Each());
        int bytes = 200_000;
        host.Handlers.Add("note", static input => input).Add("work", _ => JsonValue.String(new string('x', bytes)));
        ExecutionDescription failed = await host.RunAsync("M", """{"items":[1,2]}""");
        Assert.Equal("States.DataLimitExceeded", failed.Error);
        bytes = 1;

        await host.Executions.RedriveAsync(failed.ExecutionArn);
        ExecutionDescription end = await host.EndAsync(failed.ExecutionArn);

        Assert.Equal((ExecutionStatus.Succeeded, """["x","x"]"""), (end.Status, end.Output.ToString()));
        Assert.Equal([(MapRunStatus.Failed, 0), (MapRunStatus.Succeeded, 0)], Runs(host).Select(static run => (run.Status, run.RedriveCount)));
    }

    [Fact]
    public async Task Redrive_OfAChildAlone_IsRefused()
    {
        await using Host host = With(new Host(), Each());
        await host.RunAsync("M", """{"items":[3]}""");
        string child = host.Executions.List(new ExecutionQuery { WithItems = true }).Executions[0].ExecutionArn;

        await Assert.ThrowsAsync<ExecutionNotRedrivableException>(() => host.Executions.RedriveAsync(child));
    }

    private Host With(Host host, string definition)
    {
        host.Add("M", definition);
        host.Handlers.Add("note", input => Note(_noted, input, _unnoted)).Add("work", input => Note(_worked, input, _broken));
        return host;
    }

    private static IReadOnlyList<StoredMapRun> Runs(Host host) => host.Store.ListMapRuns(1, 0, 10);

    private static IReadOnlyList<ExecutionRow> Children(Host host) => host.Store.ListChildren(1, Runs(host)[^1].Effect, 0, 100);

    private static JsonValue Note(List<string> notes, JsonValue input, string broken)
    {
        lock (notes)
            notes.Add(input.ToString());
        return broken.Contains(input.ToString(), StringComparison.Ordinal) ? JsonValue.Failure(new Fault("Broken", null)) : input;
    }
}
