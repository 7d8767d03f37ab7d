using Compiled.TestState;
using Compiled.Values;

namespace TestState.Tests;

/// <summary>Retriers and catchers of tested states. FEATURES M-027.</summary>
public sealed class FailureTests
{
    private const string Task = """
        {"Type":"Task","Resource":"arn:aws:lambda:us-east-1:123456789012:function:pay","End":true,
         "Retry":[{"ErrorEquals":["Busy"],"IntervalSeconds":3,"BackoffRate":2,"MaxAttempts":2}],
         "Catch":[{"ErrorEquals":["Lost"],"Next":"Search"},{"ErrorEquals":["States.ALL"],"ResultPath":"$.error","Assign":{"seen.$":"$.Error"},"Next":"Repair"}]}
        """;

    [Theory]
    [InlineData("Busy", 0, "RETRIABLE Busy why", """{"retryIndex":0,"retryBackoffIntervalSeconds":3}""")]
    [InlineData("Busy", 1, "RETRIABLE Busy why", """{"retryIndex":0,"retryBackoffIntervalSeconds":6}""")]
    [InlineData("Busy", 2, """CAUGHT_ERROR {"a":1,"error":{"Error":"Busy","Cause":"why"}} Busy why -> Repair""", """{"catchIndex":1,"retryIndex":0}""")]
    [InlineData("Busy", int.MaxValue, """CAUGHT_ERROR {"a":1,"error":{"Error":"Busy","Cause":"why"}} Busy why -> Repair""", """{"catchIndex":1,"retryIndex":0}""")]
    [InlineData("Lost", 0, """CAUGHT_ERROR {"Error":"Lost","Cause":"why"} Lost why -> Search""", """{"catchIndex":0}""")]
    public async Task Error_OfAMock_GoesToTheRetrierOrCatcherThatNamesIt(string error, int retries, string expected, string details)
    {
        StateTestRequest request = new()
        {
            Definition = Task,
            Input = """{"a":1}""",
            Mock = new StateTestMock { ErrorOutput = new StateTestError(error, "why") },
            Configuration = new StateTestConfiguration { RetrierRetryCount = retries },
            InspectionLevel = InspectionLevel.Debug,
        };

        StateTestResult result = await Tested.RunAsync(request);

        Assert.Equal(expected, Tested.Show(result));
        Assert.Contains($"\"errorDetails\":{details}", Tested.ShowInspection(result), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Error_ThatACatcherTakes_ShowsWhatItAssigns()
    {
        StateTestRequest request = new() { Definition = Task, Mock = new StateTestMock { ErrorOutput = new StateTestError("Other", null) }, InspectionLevel = InspectionLevel.Debug };

        Assert.Equal("""{"seen":"Other"}""", (await Tested.RunAsync(request)).InspectionData!.Variables.ToString());
    }

    [Fact]
    public async Task Error_OfAHandler_IsRaisedOnceForAllAttempts()
    {
        Handler busy = new(static _ => JsonValue.Failure(new Fault("Busy", null)));
        StateTestRequest request = new() { Definition = Task, RoleArn = Tested.Role, Configuration = new StateTestConfiguration { RetrierRetryCount = 1 } };

        StateTestResult result = await Tested.RunAsync(request, busy);

        Assert.Equal("RETRIABLE Busy", Tested.Show(result));
        Assert.Equal(1, busy.Calls);
    }

    [Theory]
    [InlineData("\"ToleratedFailureCount\":1,", 1, "SUCCEEDED [1,2]")]
    [InlineData("\"ToleratedFailureCount\":1,", 2, "FAILED States.ExceedToleratedFailureThreshold The specified tolerated failure threshold was exceeded")]
    [InlineData("\"ToleratedFailurePercentage\":50,", 1, "SUCCEEDED [1,2]")]
    [InlineData("\"ToleratedFailurePercentage\":49.9,", 1, "FAILED States.ExceedToleratedFailureThreshold The specified tolerated failure threshold was exceeded")]
    [InlineData("", 2, "SUCCEEDED [1,2]")]
    public async Task MapIterations_ThatFailed_AreHeldToTheTolerance(string tolerance, int failures, string expected)
    {
        StateTestRequest request = new()
        {
            Definition = $$$$"""{"Type":"Map",{{{{tolerance}}}}"ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},"StartAt":"X","States":{"X":{"Type":"Pass","End":true}}},"End":true}""",
            Input = "[1,2]",
            Mock = new StateTestMock { Result = "[1,2]" },
            Configuration = new StateTestConfiguration { MapIterationFailureCount = failures },
        };

        Assert.Equal(expected, Tested.Show(await Tested.RunAsync(request)));
    }
}
