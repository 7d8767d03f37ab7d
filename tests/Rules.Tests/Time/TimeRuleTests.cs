using Compiled.Language.Binding;
using static Compiled.Rules.Tests.RuleAssert;

namespace Compiled.Rules.Tests.Time;

/// <summary>Rules on timeouts, waits and delays. RULES.md, section 2.</summary>
public sealed class TimeRuleTests
{
    private static string Machine(int timeoutSeconds, string states) => $$$$"""{"StartAt":"A","TimeoutSeconds":{{{{timeoutSeconds}}}},"States":{{{{{states}}}}}}""";

    private static string Task(string more) => $$""" "A":{"Type":"Task","Resource":"{{Function}}","End":true{{more}}} """;

    [Fact]
    public void RetryExceedsTimeout_LongerThanTheMachine_GivesTheSum() => Only(
        Machine(600, Task(""","Retry":[{"ErrorEquals":["X"],"IntervalSeconds":60,"MaxAttempts":«4»}]""")),
        "retry-exceeds-timeout", "/States/A/Retry/0/MaxAttempts", "The 4 attempts wait 900 seconds in all, longer than 'TimeoutSeconds' of the machine, which is 600");

    [Fact]
    public void RetryExceedsTimeout_LongerThanExpress_IsReported() => Only(
        OneState($$"""{"Type":"Task","Resource":"{{Function}}","End":true,"Retry":[{"ErrorEquals":["X"],"IntervalSeconds":101,"BackoffRate":1,"MaxAttempts":«3»}]}"""),
        "retry-exceeds-timeout", "/States/A/Retry/0/MaxAttempts", "The 3 attempts wait 303 seconds in all, longer than the 300 seconds of an Express execution", type: MachineType.Express);

    [Theory]
    [InlineData(""","Retry":[{"ErrorEquals":["X"],"IntervalSeconds":60,"MaxAttempts":4,"MaxDelaySeconds":100}]""")]
    [InlineData(""","Retry":[{"ErrorEquals":["X"],"IntervalSeconds":60,"MaxAttempts":4,"JitterStrategy":"FULL"}]""")]
    [InlineData(""","Retry":[{"ErrorEquals":["X"],"IntervalSeconds":60,"MaxAttempts":3}]""")]
    public void RetryExceedsTimeout_WithinTheTime_IsNotReported(string retry) => None(Machine(600, Task(retry)));

    [Theory]
    [InlineData(1, 99_999_999, 1.0, null)]
    [InlineData(1, 99_999_999, 1.0000001, null)]
    [InlineData(99_999_999, 99_999_999, 99, 31_622_400)]
    public void RetryExceedsTimeout_ManyAttempts_AreAddedUpAtOnce(int interval, int attempts, double rate, int? most) => All(
        OneState($$"""{"Type":"Task","Resource":"{{Function}}","End":true,"Retry":[{"ErrorEquals":["X"],"IntervalSeconds":{{interval}},"BackoffRate":{{rate.ToString(System.Globalization.CultureInfo.InvariantCulture)}},"MaxAttempts":{{attempts}}{{(most is null ? "" : $",\"MaxDelaySeconds\":{most}")}}}]}"""),
        most is null
            ? ["retry-exceeds-timeout /States/A/Retry/0/MaxAttempts"]
            : ["retry-exceeds-timeout /States/A/Retry/0/MaxAttempts", "retry-field-without-effect /States/A/Retry/0/MaxDelaySeconds"]);

    [Fact]
    public void TimeoutWithoutEffect_TaskAboveTheMachine_IsReported() => Only(
        Machine(60, Task(""","TimeoutSeconds":«61»""")),
        "timeout-without-effect", "/States/A/TimeoutSeconds", "'TimeoutSeconds' is 61 and never passes; it is above 'TimeoutSeconds' of the machine, which is 60");

    [Fact]
    public void TimeoutWithoutEffect_MachineAboveExpress_IsReported() => Only(
        """{"StartAt":"A","TimeoutSeconds":«301»,"States":{"A":{"Type":"Succeed"}}}""",
        "timeout-without-effect", "/TimeoutSeconds", "'TimeoutSeconds' is 301 and never passes; it is above the 300 seconds of an Express execution", type: MachineType.Express);

    [Fact]
    public void TimeoutWithoutEffect_HeartbeatOfAFunction_IsReported() => Only(
        OneState($$"""{"Type":"Task","Resource":"{{Function}}","End":true,"HeartbeatSeconds":«30»}"""),
        "timeout-without-effect", "/States/A/HeartbeatSeconds", "'HeartbeatSeconds' has no effect; a Lambda function sends no heartbeats, only an activity or the holder of a task token does");

    [Theory]
    [InlineData("arn:aws:states:us-east-1:123456789012:activity:a")]
    [InlineData("${Worker}")]
    public void TimeoutWithoutEffect_HeartbeatOfAWorker_IsNotReported(string resource) => None(
        OneState($$"""{"Type":"Task","Resource":"{{resource}}","End":true,"HeartbeatSeconds":30}"""));

    [Fact]
    public void TimeoutWithoutEffect_TaskAsLongAsTheMachine_IsNotReported() => None(Machine(60, Task(""","TimeoutSeconds":60""")));

    [Fact]
    public void WaitExceedsTimeout_LongerThanTheMachine_IsReported() => Only(
        Machine(60, """ "A":{"Type":"Wait","Seconds":«61»,"End":true} """),
        "wait-exceeds-timeout", "/States/A/Seconds", "'Seconds' is 61, longer than 'TimeoutSeconds' of the machine, which is 60");

    [Fact]
    public void WaitExceedsTimeout_WithThoseBeforeIt_IsReportedOnce() => Only(
        States(""" "A":{"Type":"Wait","Seconds":200,"Next":"B"},"B":{"Type":"Wait","Seconds":«101»,"Next":"C"},"C":{"Type":"Wait","Seconds":1,"End":true} """),
        "wait-exceeds-timeout", "/States/B/Seconds", "'Seconds' is 101 after at least 200 in Waits before it, together longer than the 300 seconds of an Express execution", type: MachineType.Express);

    [Fact]
    public void WaitExceedsTimeout_InABranch_CountsWhatIsBeforeTheParallel() => Assert.Equal(
        ["/States/B/Branches/0/States/C/Seconds"],
        Find(States(""" "A":{"Type":"Wait","Seconds":200,"Next":"B"},"B":{"Type":"Parallel","End":true,"Branches":[{"StartAt":"C","States":{"C":{"Type":"Wait","Seconds":101,"End":true}}}]} """), MachineType.Express).Select(fault => fault.Pointer));

    [Fact]
    public void WaitExceedsTimeout_OnAWayWithAShorterOne_IsNotReported() => None(
        Machine(60, """ "A":{"Type":"Choice","Choices":[{"Variable":"$.x","IsPresent":true,"Next":"B"}],"Default":"C"},"B":{"Type":"Wait","Seconds":40,"Next":"C"},"C":{"Type":"Wait","Seconds":40,"End":true} """));

    [Fact]
    public void CallbackWithoutTimeout_NoLimitAnywhere_IsReportedAtResource() => Only(
        OneState("""{"Type":"Task","Resource":«"arn:aws:states:::lambda:invoke.waitForTaskToken"»,"Parameters":{"FunctionName":"f","Payload":{"t.$":"$$.Task.Token"}},"End":true}"""),
        "callback-without-timeout", "/States/A/Resource", "Task 'A' waits for its token without limit; expected 'TimeoutSeconds' or 'HeartbeatSeconds', should the token be lost");

    [Theory]
    [InlineData("", """ "HeartbeatSeconds":5, """)]
    [InlineData("", """ "TimeoutSecondsPath":"$.t", """)]
    [InlineData(""" "TimeoutSeconds":500, """, "")]
    public void CallbackWithoutTimeout_WithALimit_IsNotReported(string machine, string task) => None(
        $$$$"""{"StartAt":"A",{{{{machine}}}}"States":{"A":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke.waitForTaskToken",{{{{task}}}}"Parameters":{"FunctionName":"f","Payload":{"t.$":"$$.Task.Token"}},"End":true}}}""");
}
