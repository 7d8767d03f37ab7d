using Compiled;
using Compiled.Durable;
using Compiled.Values;

namespace Durable.Tests.Executions;

/// <summary>Executions that run to their end. FEATURES X-030, P-080 to P-086.</summary>
public sealed class RunTests
{
    private const string Order = """
        {"StartAt": "Reserve", "States": {
            "Reserve": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:reserve", "ResultPath": "$.reservation", "Next": "Pause"},
            "Pause": {"Type": "Wait", "Seconds": 86400, "Next": "Ship"},
            "Ship": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:ship", "End": true}}}
        """;

    [Fact]
    public async Task Execution_WithTasksAndWait_RunsToItsEnd()
    {
        await using Host host = new Host().Add("Order", Order);
        host.Handlers.Add("reserve", static _ => "r-1").Add("ship", static input => JsonValue.Object(new JsonProperty(Key.Of("shipped"), input[Key.Of("reservation")])));

        ExecutionDescription end = await host.RunAsync("Order", """{"id": 7}""", "first");

        Assert.Equal(ExecutionStatus.Succeeded, end.Status);
        Assert.Equal("""{"shipped":"r-1"}""", end.Output.ToString());
        Assert.Equal(TimeSpan.FromDays(1), end.Summary.StopDate - end.Summary.StartDate);
        Assert.Equal(
            ["ExecutionStarted", "TaskStateEntered", "LambdaFunctionScheduled", "LambdaFunctionStarted", "LambdaFunctionSucceeded", "TaskStateExited",
             "WaitStateEntered", "WaitStateExited", "TaskStateEntered", "LambdaFunctionScheduled", "LambdaFunctionStarted", "LambdaFunctionSucceeded",
             "TaskStateExited", "ExecutionSucceeded"],
            host.Types(end.ExecutionArn));
    }

    [Fact]
    public async Task Execution_CrashedWhileItWaits_GoesOnAtItsTime()
    {
        Host first = new Host().Add("Order", Order);
        first.Handlers.Add("reserve", static _ => "r-1");
        string arn = (await first.Executions.StartAsync("Order", JsonValue.EmptyObject, "x")).ExecutionArn;
        await first.SettleAsync();

        await using Host second = first.Crash().Add("Order", Order);
        second.Handlers.Add("reserve", static _ => throw new InvalidOperationException("done before")).Add("ship", static _ => true);
        await second.Executions.RunAsync();
        ExecutionDescription end = await second.EndAsync(arn);

        Assert.Equal("true", end.Output.ToString());
        Assert.Equal(14, second.Types(arn).Length);
    }

    [Fact]
    public async Task Task_InHandAtACrash_HasFailedUnlessItIsIdempotent()
    {
        const string Definition = """
            {"StartAt": "Work", "States": {"Work": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:work",
                "Retry": [{"ErrorEquals": ["States.TaskFailed"], "MaxAttempts": 1}], "End": true}}}
            """;
        Host first = new Host().Add("M", Definition);
        first.Handlers.Add("work", static async (_, _, token) =>
        {
            await Task.Delay(Timeout.Infinite, token);
            return default;
        });
        string arn = (await first.Executions.StartAsync("M", JsonValue.EmptyObject, "x")).ExecutionArn;

        await using Host second = first.Crash().Add("M", Definition);
        second.Handlers.Add("work", static _ => "again");
        await second.Executions.RunAsync();
        ExecutionDescription end = await second.EndAsync(arn);

        Assert.Equal("\"again\"", end.Output.ToString());
        Assert.Equal(
            ["ExecutionStarted", "TaskStateEntered", "LambdaFunctionScheduled", "LambdaFunctionStarted", "LambdaFunctionFailed",
             "LambdaFunctionScheduled", "LambdaFunctionStarted", "LambdaFunctionSucceeded", "TaskStateExited", "ExecutionSucceeded"],
            second.Types(arn));
    }
}
