using Compiled;
using Compiled.Durable;
using Compiled.Values;

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
