using Compiled;
using Compiled.Durable;
using Compiled.Values;

namespace Durable.Tests.Executions;

/// <summary>Going on after a failure. FEATURES, P-087.</summary>
public sealed class RedriveTests
{
    private const string Order = """
        {"StartAt": "Reserve", "States": {
            "Reserve": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:reserve", "ResultPath": "$.reservation", "Next": "Ship"},
            "Ship": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:ship", "End": true}}}
        """;

    [Fact]
    public async Task Redrive_OfAFailedExecution_GoesOnFromTheFailedStateAfterACrashToo()
    {
        Host first = new Host().Add("Order", Order);
        int reserved = 0;
        first.Handlers.Add("reserve", _ => ++reserved).Add("ship", static _ => JsonValue.Failure(new Fault("NoParcel", "None left.")));
        ExecutionDescription failed = await first.RunAsync("Order", """{"id":7}""", "x");
        Assert.Equal((ExecutionStatus.Failed, "NoParcel"), (failed.Status, failed.Error));

        await using Host second = first.Crash().Add("Order", Order);
        second.Handlers.Add("ship", static input => input);
        await second.Executions.RunAsync();
        second.Time.Advance(TimeSpan.FromDays(1));
        DateTimeOffset redriven = await second.Executions.RedriveAsync(failed.ExecutionArn);
        ExecutionDescription end = await second.EndAsync(failed.ExecutionArn);

        Assert.Equal((ExecutionStatus.Succeeded, """{"id":7,"reservation":1}""", 1), (end.Status, end.Output.ToString(), reserved));
        Assert.Equal((1, redriven), (end.Summary.RedriveCount, end.Summary.RedriveDate));
        Assert.Equal(["LambdaFunctionFailed", "ExecutionFailed", "ExecutionRedriven", "LambdaFunctionScheduled", "LambdaFunctionStarted", "LambdaFunctionSucceeded", "TaskStateExited", "ExecutionSucceeded"], second.Types(end.ExecutionArn)[^8..]);
        Assert.Null(second.Executions.Verify(end.ExecutionArn));
    }

    [Fact]
    public async Task Redrive_OfAStoppedExecution_CrashesAndGoesOn()
    {
        const string Wait = """{"StartAt": "Wait", "States": {"Wait": {"Type": "Wait", "Seconds": 60, "End": true}}}""";
        Host first = new Host().Add("Wait", Wait);
        string arn = (await first.Executions.StartAsync("Wait")).ExecutionArn;
        await first.Executions.StopExecutionAsync(arn);
        await first.Executions.RedriveAsync(arn);
        await first.SettleAsync();

        await using Host second = first.Crash().Add("Wait", Wait);
        await second.Executions.RunAsync();
        ExecutionDescription end = await second.EndAsync(arn);

        Assert.Equal((ExecutionStatus.Succeeded, 1), (end.Status, end.Summary.RedriveCount));
        Assert.Equal(
            ["ExecutionStarted", "WaitStateEntered", "ExecutionAborted", "ExecutionRedriven", "WaitStateExited", "ExecutionSucceeded"], second.Types(arn));
    }

    [Fact]
    public async Task Redrive_OfWhatCantBe_SaysWhy()
    {
        await using Host host = new Host().Add("Order", Order);
        host.Handlers.Add("reserve", static _ => true).Add("ship", static _ => true);
        string done = (await host.RunAsync("Order")).ExecutionArn;

        ExecutionNotRedrivableException refused = await Assert.ThrowsAsync<ExecutionNotRedrivableException>(() => host.Executions.RedriveAsync(done));

        Assert.Equal("Execution is SUCCEEDED and cannot be redriven", refused.Message);
    }

    [Fact]
    public async Task Redrive_WithTheTokenOfBefore_IsThatRedriveForFifteenMinutesAfterACrashToo()
    {
        const string Fails = """{"StartAt": "F", "States": {"F": {"Type": "Fail"}}}""";
        Host first = new Host().Add("M", Fails);
        string arn = (await first.RunAsync("M")).ExecutionArn;
        DateTimeOffset redriven = await first.Executions.RedriveAsync(arn, "t-1");
        await first.EndAsync(arn);

        await using Host second = first.Crash().Add("M", Fails);
        await second.Executions.RunAsync();
        second.Time.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal(redriven, await second.Executions.RedriveAsync(arn, "t-1"));
        Assert.Equal(1, second.Executions.Describe(arn).Summary.RedriveCount);

        Assert.Equal(redriven + TimeSpan.FromMinutes(15), await second.Executions.RedriveAsync(arn, "T-1"));
        await second.EndAsync(arn);
        second.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(second.Time.GetUtcNow(), await second.Executions.RedriveAsync(arn, "t-1"));
        Assert.Equal(3, (await second.EndAsync(arn)).Summary.RedriveCount);
        Assert.Null(second.Executions.Verify(arn));
    }

    [Fact]
    public async Task Redrive_WithATokenOfElevenRedrivesAgo_RedrivesAgain()
    {
        await using Host host = new Host().Add("M", """{"StartAt": "F", "States": {"F": {"Type": "Fail"}}}""");
        string arn = (await host.RunAsync("M")).ExecutionArn;
        for (int i = 0; i < 11; i++)
        {
            await host.Executions.RedriveAsync(arn, $"t-{i}");
            await host.EndAsync(arn);
        }

        await host.Executions.RedriveAsync(arn, "t-1");
        Assert.Equal(11, (await host.EndAsync(arn)).Summary.RedriveCount);
        await host.Executions.RedriveAsync(arn, "t-0");
        Assert.Equal(12, (await host.EndAsync(arn)).Summary.RedriveCount);
    }

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("ä")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345")]
    public async Task Redrive_WithATokenThatIsNone_IsMisuse(string token)
    {
        await using Host host = new Host();

        await Assert.ThrowsAsync<ArgumentException>(() => host.Executions.RedriveAsync("arn", token));
    }

    [Fact]
    public async Task Redrive_LongAfterTheEnd_IsRefused()
    {
        await using Host host = new Host().Add("M", """{"StartAt": "F", "States": {"F": {"Type": "Fail"}}}""");
        string failed = (await host.RunAsync("M")).ExecutionArn;
        host.Time.Advance(TimeSpan.FromDays(15));

        ExecutionNotRedrivableException refused = await Assert.ThrowsAsync<ExecutionNotRedrivableException>(() => host.Executions.RedriveAsync(failed));

        Assert.Equal("Execution redrivable period exceeded", refused.Message);
    }
}
