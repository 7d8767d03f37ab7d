using Compiled;
using Compiled.Durable;
using Compiled.Values;

namespace Durable.Tests.Executions;

/// <summary>Starting by name, listing, histories, stopping, purging. FEATURES, P-080 to P-086.</summary>
public sealed class OperationTests
{
    private const string Wait = """{"StartAt": "Wait", "States": {"Wait": {"Type": "Wait", "Seconds": 60, "End": true}}}""";

    [Fact]
    public async Task Start_WithTheNameOfARunningExecution_GivesThatOneForTheSameInputOnly()
    {
        await using Host host = new Host().Add("Wait", Wait);
        StartedExecution first = await host.Executions.StartAsync("Wait", JsonValue.Parse("""{"a":1,"b":2}"""u8), "n");
        host.Time.Advance(TimeSpan.FromSeconds(1));

        StartedExecution again = await host.Executions.StartAsync("Wait", JsonValue.Parse("""{"b":2,"a":1}"""u8), "n");

        Assert.Equal(first, again);
        ExecutionAlreadyExistsException taken = await Assert.ThrowsAsync<ExecutionAlreadyExistsException>(() => host.Executions.StartAsync("Wait", 5, "n"));
        Assert.Equal($"Execution Already Exists: '{first.ExecutionArn}'", taken.Message);
        await host.EndAsync(first.ExecutionArn);
        await Assert.ThrowsAsync<ExecutionAlreadyExistsException>(() => host.Executions.StartAsync("Wait", JsonValue.Parse("""{"a":1,"b":2}"""u8), "n"));
        Assert.Single(host.Executions.List().Executions);
    }

    [Fact]
    public async Task Start_ByManyAtOnceWithOneName_StartsOne()
    {
        await using Host host = new Host().Add("Wait", Wait);

        StartedExecution[] started = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => host.Executions.StartAsync("Wait", 1, "n"))));

        Assert.Single(started.Distinct());
        Assert.Single(host.Executions.List().Executions);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a/b")]
    [InlineData("a\u0001")]
    [InlineData("012345678901234567890123456789012345678901234567890123456789012345678901234567890")]
    public async Task Start_WithANameThatIsNone_IsRefused(string name)
    {
        await using Host host = new Host().Add("Wait", Wait);

        InvalidExecutionNameException refused = await Assert.ThrowsAsync<InvalidExecutionNameException>(() => host.Executions.StartAsync("Wait", default, name));

        Assert.Equal($"Invalid Name: '{name}'", refused.Message);
    }

    [Fact]
    public async Task List_GivesPagesOfWhatFits_NewestFirst()
    {
        await using Host host = new Host().Add("Wait", Wait).Add("Other", Wait);
        for (int i = 0; i < 7; i++)
            await host.Executions.StartAsync("Wait", default, $"n{i}");
        await host.Executions.StartAsync("Other", default, "other");
        await host.Executions.StopExecutionAsync(host.Executions.List(new ExecutionQuery { Machine = "Wait", NamePrefix = "n3" }).Executions.Single().ExecutionArn);

        List<string> names = [];
        string? next = null;
        do
        {
            ExecutionPage page = host.Executions.List(new ExecutionQuery { Machine = "Wait", Status = ExecutionStatus.Running }, next, 4);
            names.AddRange(page.Executions.Select(static item => item.Name));
            next = page.NextToken;
        }
        while (next is not null);

        Assert.Equal(["n6", "n5", "n4", "n2", "n1", "n0"], names);
        Assert.Throws<InvalidPageTokenException>(() => host.Executions.List(nextToken: "nonsense"));
        Assert.Equal(new Dictionary<ExecutionStatus, long> { [ExecutionStatus.Running] = 7, [ExecutionStatus.Aborted] = 1 }, host.Executions.CountByStatus().OrderBy(static pair => pair.Key).ToDictionary());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task History_InPages_IsWholeAndInOrder(bool reverse)
    {
        await using Host host = new Host().Add("Wait", Wait);
        string arn = (await host.RunAsync("Wait")).ExecutionArn;

        List<int> ids = [];
        string? next = null;
        do
        {
            HistoryPage page = host.Executions.GetHistory(arn, reverse, next, 3);
            Assert.InRange(page.Events.Count, 1, 3);
            ids.AddRange(page.Events.Select(static item => item.GetProperty("id").GetInt32()));
            next = page.NextToken;
        }
        while (next is not null);

        Assert.Equal(reverse ? [4, 3, 2, 1] : [1, 2, 3, 4], ids);
    }

    [Fact]
    public async Task Stop_EndsAnExecutionOnce()
    {
        await using Host host = new Host().Add("Wait", Wait);
        string arn = (await host.Executions.StartAsync("Wait")).ExecutionArn;
        host.Time.Advance(TimeSpan.FromSeconds(5));

        DateTimeOffset stopped = await host.Executions.StopExecutionAsync(arn, "Enough", "No more of it.");
        host.Time.Advance(TimeSpan.FromSeconds(5));
        DateTimeOffset again = await host.Executions.StopExecutionAsync(arn, "Other");

        ExecutionDescription end = host.Executions.Describe(arn);
        Assert.Equal((ExecutionStatus.Aborted, "Enough", "No more of it."), (end.Status, end.Error, end.Cause));
        Assert.Equal((stopped, true), (again, end.Output.IsMissing));
        Assert.Equal(["ExecutionStarted", "WaitStateEntered", "ExecutionAborted"], host.Types(arn));
    }

    [Fact]
    public async Task Purge_DeletesWhatEndedLongAgo()
    {
        await using Host host = new Host().Add("Wait", Wait);
        string old = (await host.RunAsync("Wait", name: "old")).ExecutionArn;
        host.Time.Advance(TimeSpan.FromDays(10));
        string recent = (await host.RunAsync("Wait", name: "recent")).ExecutionArn;

        long deleted = await host.Executions.PurgeAsync(TimeSpan.FromDays(5));

        Assert.Equal(1, deleted);
        Assert.Throws<ExecutionDoesNotExistException>(() => host.Executions.Describe(old));
        Assert.Equal(ExecutionStatus.Succeeded, host.Executions.Describe(recent).Status);
        Assert.Equal(ExecutionStatus.Succeeded, (await host.RunAsync("Wait", name: "old")).Status);
    }

    [Fact]
    public async Task Task_WithoutAHandler_WaitsUntilThereIsOne()
    {
        const string Definition = """{"StartAt": "Work", "States": {"Work": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:work", "End": true}}}""";
        await using Host host = new Host().Add("M", Definition);
        string arn = (await host.Executions.StartAsync("M")).ExecutionArn;
        await host.SettleAsync();

        string? waiting = host.Executions.Describe(arn).Waiting;
        host.Handlers.Add("work", static _ => 5);
        host.Executions.HandlersAdded();
        ExecutionDescription end = await host.EndAsync(arn);

        Assert.Equal("The state 'Work' waits for a handler of 'arn:aws:lambda:us-east-1:123456789012:function:work'.", waiting);
        Assert.Equal(("5", null), (end.Output.ToString(), end.Waiting));
    }

    [Fact]
    public async Task Execution_KeepsTheDefinitionItStartedWith()
    {
        Host first = new Host().Add("M", Wait);
        string arn = (await first.Executions.StartAsync("M", 1, "x")).ExecutionArn;
        await first.SettleAsync();

        const string Other = """{"StartAt": "Other", "States": {"Other": {"Type": "Fail", "Error": "Changed"}}}""";
        await using Host second = first.Crash().Add("M", Other);
        await second.Executions.RunAsync();
        ExecutionDescription end = await second.EndAsync(arn);

        Assert.Equal(ExecutionStatus.Succeeded, end.Status);
        Assert.Equal("Changed", (await second.RunAsync("M")).Error);
    }

    [Fact]
    public async Task Execution_ThatLastsTooLong_TimesOut()
    {
        await using Host host = new Host().Add("M", """{"TimeoutSeconds": 30, "StartAt": "Wait", "States": {"Wait": {"Type": "Wait", "Seconds": 60, "End": true}}}""");

        ExecutionDescription end = await host.RunAsync("M");

        Assert.Equal((ExecutionStatus.TimedOut, "States.Timeout"), (end.Status, end.Error));
        Assert.Equal(TimeSpan.FromSeconds(30), end.Summary.StopDate - end.Summary.StartDate);
    }

    [Fact]
    public async Task Execution_WhoseTimeCameWhileTheHostWasDown_GoesOnAtOnce()
    {
        Host first = new Host().Add("Wait", Wait);
        string arn = (await first.Executions.StartAsync("Wait")).ExecutionArn;
        await first.SettleAsync();
        Host next = first.Crash();
        next.Time.Advance(TimeSpan.FromDays(400));

        await using Host second = next.Add("Wait", Wait);
        await second.Executions.RunAsync();
        ExecutionDescription end = await second.EndAsync(arn);

        Assert.Equal(ExecutionStatus.Succeeded, end.Status);
        Assert.Equal(TimeSpan.FromDays(400), end.Summary.StopDate - end.Summary.StartDate);
    }
}
