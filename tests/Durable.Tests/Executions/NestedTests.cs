using Compiled;
using Compiled.Durable;
using Compiled.Durable.Journal;
using Compiled.Values;
using Durable.Tests.Contract;

namespace Durable.Tests.Executions;

/// <summary>Executions that tasks start. FEATURES B9, T-090 to T-097.</summary>
public sealed class NestedTests
{
    private const string Child = """{"StartAt": "Wait", "States": {"Wait": {"Type": "Wait", "Seconds": 60, "Next": "Done"}, "Done": {"Type": "Pass", "Result": {"done": true}, "End": true}}}""";

    private const string Parent = """
        {"StartAt": "Run", "States": {"Run": {"Type": "Task", "Resource": "arn:aws:states:::states:startExecution.sync:2",
            "Parameters": {"StateMachineArn": "arn:aws:states:us-east-1:123456789012:stateMachine:Child", "Input": {"n": 1}}, "OutputPath": "$.Output", "End": true}}}
        """;

    [Fact]
    public async Task Sync_WaitsForItsChild()
    {
        await using Host host = new Host().Add("Child", Child).Add("Parent", Parent);

        ExecutionDescription end = await host.RunAsync("Parent");

        Assert.Equal((ExecutionStatus.Succeeded, """{"done":true}"""), (end.Status, end.Output.ToString()));
        Assert.Equal(
            ["ExecutionStarted", "TaskStateEntered", "TaskScheduled", "TaskStarted", "TaskSubmitted", "TaskSucceeded", "TaskStateExited", "ExecutionSucceeded"],
            host.Types(end.ExecutionArn));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Sync_WhileItsChildWaits_LeavesMemoryWithIt(bool refolds)
    {
        await using Host host = new Host(refolds: refolds).Add("Child", Child).Add("Parent", Parent);
        string arn = (await host.Executions.StartAsync("Parent")).ExecutionArn;
        await host.SettleAsync();

        Assert.Equal(0, host.Executions.Engine.Runs.Count);
        Assert.Empty(host.Store.ListUnparked(0, 10));
        Assert.Single(host.Store.ListAwaiting());

        Assert.Equal(ExecutionStatus.Succeeded, (await host.EndAsync(arn)).Status);
        Assert.Empty(host.Store.ListAwaiting());
        Assert.Null(host.Executions.Verify(arn));
    }

    [Fact]
    public async Task Sync_WhoseChildEndedAsTheProcessDied_GoesOn()
    {
        Host first = new Host().Add("Child", Child).Add("Parent", Parent);
        string arn = (await first.Executions.StartAsync("Parent")).ExecutionArn;
        await first.SettleAsync();
        string child = first.Executions.List(new ExecutionQuery { Machine = "Child" }).Executions.Single().ExecutionArn;
        first.Crash();

        // A process that goes on with nothing ends the child only.
        DurableExecutions stopper = new(first.Store, new DurableOptions { TimeProvider = first.Time, BeginsNothing = true, CompileDefinition = Host.Compile });
        await stopper.StopExecutionAsync(child, "Gone", null);
        await stopper.DisposeAsync();
        await using Host second = new Host(first.Store, first.Time).Add("Child", Child).Add("Parent", Parent);
        await second.Executions.RunAsync();
        ExecutionDescription end = await second.EndAsync(arn);

        Assert.Equal((ExecutionStatus.Failed, "States.TaskFailed"), (end.Status, end.Error));
        Assert.Contains("\"Error\":\"Gone\"", end.Cause, StringComparison.Ordinal);
        Assert.Equal(end.Summary.StartDate, end.Summary.StopDate);
    }

    [Fact]
    public async Task Sync_WhoseParentIsStoppedAsTheProcessDied_StopsItsChild()
    {
        Host first = new Host().Add("Child", Child).Add("Parent", Parent);
        string arn = (await first.Executions.StartAsync("Parent")).ExecutionArn;
        await first.SettleAsync();
        string child = first.Executions.List(new ExecutionQuery { Machine = "Child" }).Executions.Single().ExecutionArn;
        HeldTask awaiting = first.Store.ListAwaiting()[0];
        await first.Executions.StopExecutionAsync(arn);
        await first.SettleAsync();
        first.Crash();

        // As if the process had died after the parent's end and before the child's: the row is there still, and the child runs again.
        first.Store.Write(() => first.Store.PutHeldTask(awaiting));
        DurableExecutions redriver = new(first.Store, new DurableOptions { TimeProvider = first.Time, BeginsNothing = true, CompileDefinition = Host.Compile });
        await redriver.RedriveAsync(child);
        await redriver.DisposeAsync();
        await using Host second = new Host(first.Store, first.Time).Add("Child", Child).Add("Parent", Parent);
        await second.Executions.RunAsync();
        await second.SettleAsync();

        Assert.Equal((ExecutionStatus.Aborted, ExecutionStatus.Aborted), (second.Executions.Describe(arn).Status, second.Executions.Describe(child).Status));
        Assert.Empty(second.Store.ListAwaiting());
    }

    [Fact]
    public async Task Sync_OfAnExecutionThatOthersStarted_HasItsResultToo()
    {
        string named = Parent.Replace("\"Input\": {\"n\": 1}", "\"Input\": {\"n\": 1}, \"Name\": \"shared\"", StringComparison.Ordinal);
        await using Host host = new Host().Add("Child", Child).Add("Parent", named);
        await host.Executions.StartAsync("Child", JsonValue.Parse("""{"n":1}"""u8), "shared");
        host.Time.Advance(TimeSpan.FromSeconds(5));
        string[] parents = [(await host.Executions.StartAsync("Parent")).ExecutionArn, (await host.Executions.StartAsync("Parent")).ExecutionArn];

        Assert.Equal("""{"done":true}""", (await host.EndAsync(parents[0])).Output.ToString());
        Assert.Equal("""{"done":true}""", (await host.EndAsync(parents[1])).Output.ToString());
        Assert.Single(host.Executions.List(new ExecutionQuery { Machine = "Child" }).Executions);
    }

    [Fact]
    public async Task Sync_WhoseTaskTimesOut_StopsItsChild()
    {
        await using Host host = new Host().Add("Child", Child).Add("Parent", Parent.Replace("\"End\": true", "\"TimeoutSeconds\": 10, \"End\": true", StringComparison.Ordinal));

        ExecutionDescription end = await host.RunAsync("Parent");
        await host.SettleAsync();

        Assert.Equal((ExecutionStatus.Failed, "States.Timeout"), (end.Status, end.Error));
        ExecutionSummary child = host.Executions.List(new ExecutionQuery { Machine = "Child" }).Executions.Single();
        Assert.Equal(ExecutionStatus.Aborted, child.Status);
        Assert.Contains("which was managing this resource was aborted", host.Executions.Describe(child.ExecutionArn).Cause, StringComparison.Ordinal);
        Assert.Empty(host.Store.ListAwaiting());
    }

    [Fact]
    public async Task Sync_CrashedWhileItWaits_FindsItsChildAgain()
    {
        Host first = new Host().Add("Child", Child).Add("Parent", Parent);
        string arn = (await first.Executions.StartAsync("Parent")).ExecutionArn;
        await first.SettleAsync();
        Assert.Equal(2, first.Executions.CountByStatus()[ExecutionStatus.Running]);

        await using Host second = first.Crash().Add("Child", Child).Add("Parent", Parent);
        await second.Executions.RunAsync();
        ExecutionDescription end = await second.EndAsync(arn);

        Assert.Equal("""{"done":true}""", end.Output.ToString());
        Assert.Equal(new Dictionary<ExecutionStatus, long> { [ExecutionStatus.Succeeded] = 2 }, second.Executions.CountByStatus());
        Assert.Null(second.Executions.Verify(arn));
    }

    [Fact]
    public async Task Sync_WhoseParentIsStopped_StopsItsChild()
    {
        await using Host host = new Host().Add("Child", Child).Add("Parent", Parent);
        string arn = (await host.Executions.StartAsync("Parent")).ExecutionArn;
        await host.SettleAsync();

        await host.Executions.StopExecutionAsync(arn);
        await host.SettleAsync();

        ExecutionSummary child = host.Executions.List(new ExecutionQuery { Machine = "Child" }).Executions.Single();
        await host.Executions.WaitAsync(child.ExecutionArn);
        Assert.Equal(ExecutionStatus.Aborted, host.Executions.Describe(child.ExecutionArn).Status);
    }

    [Fact]
    public async Task Stop_WhileAParentWaits_DoesNotWaitForIt()
    {
        Host first = new Host().Add("Child", Child).Add("Parent", Parent);
        string arn = (await first.Executions.StartAsync("Parent")).ExecutionArn;
        await first.SettleAsync();
        await first.DisposeAsync();

        await using Host second = new Host(first.Store, first.Time).Add("Child", Child).Add("Parent", Parent);
        await second.Executions.RunAsync();

        Assert.Equal(ExecutionStatus.Succeeded, (await second.EndAsync(arn)).Status);
    }
}
