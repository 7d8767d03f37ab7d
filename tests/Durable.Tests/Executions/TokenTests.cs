using Compiled;
using Compiled.Durable;
using Compiled.Tasks;
using Compiled.Values;

namespace Durable.Tests.Executions;

/// <summary>Tasks that wait for their token. FEATURES T-004, P-103 to P-105.</summary>
public sealed class TokenTests
{
    private const string Approval = """
        {"StartAt": "Ask", "States": {"Ask": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
            "Parameters": {"MessageBody": {"token.$": "$$.Task.Token"}}, "TimeoutSeconds": 3600, "End": true}}}
        """;

    [Fact]
    public async Task Token_SentAfterACrash_CompletesItsTask()
    {
        Host first = new Host().Add("Approval", Approval);
        string token = "";
        first.Handlers.Add("sendMessage.waitForTaskToken", input => Asked(input, ref token));
        string arn = (await first.Executions.StartAsync("Approval")).ExecutionArn;
        await first.SettleAsync();

        await using Host second = first.Crash().Add("Approval", Approval);
        await second.Executions.RunAsync();
        await second.Executions.SendTaskSuccessAsync(token, JsonValue.Parse("""{"approved":true}"""u8));
        ExecutionDescription end = await second.EndAsync(arn);

        Assert.Equal("""{"approved":true}""", end.Output.ToString());
        Assert.Equal(
            ["ExecutionStarted", "TaskStateEntered", "TaskScheduled", "TaskStarted", "TaskSubmitted", "TaskSucceeded", "TaskStateExited", "ExecutionSucceeded"],
            second.Types(arn));
    }

    [Fact]
    public async Task Token_SentTwice_IsOverOnceItsTaskIs()
    {
        const string Definition = """
            {"StartAt": "Ask", "States": {
                "Ask": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "Parameters": {"token.$": "$$.Task.Token"}, "Next": "Pause"},
                "Pause": {"Type": "Wait", "Seconds": 60, "End": true}}}
            """;
        await using Host host = new Host().Add("M", Definition);
        string token = "";
        host.Handlers.Add("sendMessage.waitForTaskToken", input => Asked(input, ref token));
        string arn = (await host.Executions.StartAsync("M")).ExecutionArn;
        await host.SettleAsync();

        await host.Executions.SendTaskSuccessAsync(token, true);

        await Assert.ThrowsAsync<TaskTimedOutException>(() => host.Executions.SendTaskSuccessAsync(token, true));
        await host.EndAsync(arn);
        await Assert.ThrowsAsync<TaskDoesNotExistException>(() => host.Executions.SendTaskFailureAsync(token));
        Assert.Throws<InvalidTokenException>(() => { _ = host.Executions.SendTaskHeartbeatAsync("no token"); });
    }

    [Fact]
    public async Task Token_ThatNobodyHandedOut_IsNotKnown()
    {
        await using Host host = new Host().Add("Approval", Approval);
        host.Handlers.Add("sendMessage.waitForTaskToken", static _ => true);
        await host.Executions.StartAsync("Approval");
        await host.SettleAsync();

        byte[] guess = new byte[32];
        guess[7] = 1;

        await Assert.ThrowsAsync<TaskDoesNotExistException>(() => host.Executions.SendTaskSuccessAsync(Convert.ToBase64String(guess), true));
    }

    [Fact]
    public async Task Token_SentByTheHandlerItself_CompletesTheTaskAfterItsSubmission()
    {
        await using Host host = new Host().Add("Approval", Approval);
        host.Handlers.Add("sendMessage.waitForTaskToken", static (_, context, _) =>
        {
            context.Options.TaskTokens.SendTaskSuccess(context.TaskToken!, JsonValue.String("early"));
            return new ValueTask<JsonValue>(JsonValue.EmptyObject);
        });

        ExecutionDescription end = await host.RunAsync("Approval");

        Assert.Equal(("\"early\"", null, null), (end.Output.ToString(), end.Error, end.Cause));
        Assert.Equal(8, host.Types(end.ExecutionArn).Length);
    }

    [Fact]
    public async Task Token_NotSentInTime_TimesItsTaskOut()
    {
        await using Host host = new Host().Add("Approval", Approval);
        host.Handlers.Add("sendMessage.waitForTaskToken", static _ => true);

        ExecutionDescription end = await host.RunAsync("Approval");

        Assert.Equal("States.Timeout", end.Error);
        Assert.Equal(TimeSpan.FromHours(1), end.Summary.StopDate - end.Summary.StartDate);
    }

    [Fact]
    public async Task Heartbeat_ByToken_KeepsTheTaskAlive()
    {
        string definition = Approval.Replace("\"TimeoutSeconds\": 3600", "\"TimeoutSeconds\": 3600, \"HeartbeatSeconds\": 10", StringComparison.Ordinal);
        await using Host host = new Host().Add("Approval", definition);
        string token = "";
        host.Handlers.Add("sendMessage.waitForTaskToken", input => Asked(input, ref token));
        string arn = (await host.Executions.StartAsync("Approval")).ExecutionArn;
        await host.SettleAsync();

        for (int i = 0; i < 3; i++)
        {
            host.Time.Advance(TimeSpan.FromSeconds(8));
            await host.SettleAsync();
            await host.Executions.SendTaskHeartbeatAsync(token);
        }

        ExecutionDescription end = await host.EndAsync(arn);

        // L-206: recorded as a timeout.
        Assert.Equal("States.Timeout", end.Error);
        Assert.Equal(TimeSpan.FromSeconds(34), end.Summary.StopDate - end.Summary.StartDate);
    }

    [Fact]
    public async Task Heartbeat_OverCrashes_LengthensTheWaitByOnePeriodAtMost()
    {
        string definition = Approval.Replace("\"TimeoutSeconds\": 3600", "\"TimeoutSeconds\": 3600, \"HeartbeatSeconds\": 10", StringComparison.Ordinal);
        Host host = new Host().Add("Approval", definition);
        string token = "";
        host.Handlers.Add("sendMessage.waitForTaskToken", input => Asked(input, ref token));
        string arn = (await host.Executions.StartAsync("Approval")).ExecutionArn;
        await host.SettleAsync();
        for (int i = 0; i < 3; i++)
        {
            host.Time.Advance(TimeSpan.FromSeconds(8));
            await host.SettleAsync();
            await host.Executions.SendTaskHeartbeatAsync(token);
        }

        // What was kept is written by now, since a write after it is.
        await host.Executions.CreateActivityAsync("arn:aws:states:us-east-1:123456789012:activity:any");
        for (int i = 0; i < 3; i++)
        {
            host.Time.Advance(TimeSpan.FromSeconds(5));
            host = host.Crash().Add("Approval", definition);
            await host.Executions.RunAsync();
            await host.SettleAsync();
        }

        ExecutionDescription end = await host.EndAsync(arn);

        // The last heartbeat came at 24 s and held until 34.
        Assert.Equal("States.Timeout", end.Error);
        Assert.Equal(TimeSpan.FromSeconds(44), end.Summary.StopDate - end.Summary.StartDate);
        Assert.Empty(host.Store.ListHeldTasks(1));
        await host.DisposeAsync();
    }

    [Fact]
    public async Task Heartbeat_ThatNeverCame_IsWaitedForTwoPeriodsOverACrash()
    {
        string definition = Approval.Replace("\"TimeoutSeconds\": 3600", "\"TimeoutSeconds\": 3600, \"HeartbeatSeconds\": 10", StringComparison.Ordinal);
        Host first = new Host().Add("Approval", definition);
        string token = "";
        first.Handlers.Add("sendMessage.waitForTaskToken", input => Asked(input, ref token));
        string arn = (await first.Executions.StartAsync("Approval")).ExecutionArn;
        await first.SettleAsync();
        first.Time.Advance(TimeSpan.FromSeconds(9));

        await using Host second = first.Crash().Add("Approval", definition);
        await second.Executions.RunAsync();
        ExecutionDescription end = await second.EndAsync(arn);

        Assert.Equal(TimeSpan.FromSeconds(20), end.Summary.StopDate - end.Summary.StartDate);
    }

    private static JsonValue Asked(JsonValue input, ref string token)
    {
        token = (input[Key.Of("MessageBody")] is { IsMissing: false } body ? body : input)[Key.Of("token")].AsString();
        return JsonValue.EmptyObject;
    }
}
