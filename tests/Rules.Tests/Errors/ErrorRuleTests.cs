using static Compiled.Rules.Tests.RuleAssert;

namespace Compiled.Rules.Tests.Errors;

/// <summary>Rules on what Retry and Catch name. RULES.md, section 2; FEATURES A16 to A18.</summary>
public sealed class ErrorRuleTests
{
    private static string Retry(string retriers) => OneState($$"""{"Type":"Task","Resource":"{{Function}}","End":true,"Retry":[{{retriers}}]}""");

    private static string Catch(string resource, string names) =>
        States($$""" "A":{"Type":"Task","Resource":"{{resource}}","End":true,"Catch":[{"ErrorEquals":[{{names}}],"Next":"B"}]},"B":{"Type":"Succeed"} """);

    [Fact]
    public void ShadowedRetrier_AfterTaskFailed_IsReportedAtItsNames() => Only(
        Retry("""{"ErrorEquals":["States.TaskFailed"]},{"ErrorEquals":«["X","Y"]»}"""),
        "shadowed-retrier", "/States/A/Retry/1/ErrorEquals", "This retrier never acts; 'States.TaskFailed' of an earlier one comes first");

    [Fact]
    public void ShadowedRetrier_CoveredByTwoEarlierOnes_NamesBoth() => Only(
        Retry("""{"ErrorEquals":["X"]},{"ErrorEquals":["States.Timeout"]},{"ErrorEquals":«["X","States.HeartbeatTimeout"]»}""").Replace("\"End\"", "\"HeartbeatSeconds\":5,\"End\"", StringComparison.Ordinal)
            .Replace(Function, "arn:aws:states:us-east-1:123456789012:activity:a", StringComparison.Ordinal),
        "shadowed-retrier", "/States/A/Retry/2/ErrorEquals", "This retrier never acts; 'X' and 'States.Timeout' of an earlier one comes first");

    [Theory]
    [InlineData("""{"ErrorEquals":["X"]},{"ErrorEquals":["X","Y"]}""")]
    [InlineData("""{"ErrorEquals":["States.TaskFailed"]},{"ErrorEquals":["States.Timeout"]}""")]
    [InlineData("""{"ErrorEquals":["X"]},{"ErrorEquals":["x"]}""")]
    [InlineData("""{"ErrorEquals":["States.TaskFailed"]},{"ErrorEquals":["States.ALL"]}""")]
    public void ShadowedRetrier_OneThatStillHasAnError_IsNotReported(string retriers) => None(Retry(retriers));

    [Fact]
    public void ShadowedCatcher_SameErrorTwice_IsReported() => Only(
        States($$""" "A":{"Type":"Task","Resource":"{{Function}}","End":true,"Catch":[{"ErrorEquals":["X"],"Next":"B"},{"ErrorEquals":«["X"]»,"Next":"B"}]},"B":{"Type":"Succeed"} """),
        "shadowed-catcher", "/States/A/Catch/1/ErrorEquals", "This catcher never acts; 'X' of an earlier one comes first");

    [Fact]
    public void UnknownReservedError_TypingError_NamesTheNearest() => Only(
        Retry("""{"ErrorEquals":[«"States.TimeOut"»]}"""),
        "unknown-reserved-error", "/States/A/Retry/0/ErrorEquals/0", "'States.TimeOut' is no error of Step Functions; did you mean 'States.Timeout'?");

    [Fact]
    public void UnknownReservedError_FailInTheReservedSpace_IsReportedAtError() => Only(
        OneState("""{"Type":"Fail","Error":«"States.Full"»}"""),
        "unknown-reserved-error", "/States/A/Error", "'Error' is 'States.Full'; names that begin with 'States.' are reserved for Step Functions, expected one of your own");

    [Theory]
    [InlineData("States.Permissions")]
    [InlineData("States.Http.StatusCode.404")]
    [InlineData("Statesman")]
    public void UnknownReservedError_KnownOrOtherName_IsNotReported(string name) => None(Retry($$"""{"ErrorEquals":["{{name}}"]}"""));

    [Theory]
    [InlineData("States.HeartbeatTimeout", "no 'HeartbeatSeconds' is set")]
    [InlineData("States.BranchFailed", "only a Parallel raises it")]
    [InlineData("States.ItemReaderFailed", "only a Map with 'ItemReader' raises it")]
    [InlineData("States.ResultWriterFailed", "only a Map with 'ResultWriter' raises it")]
    [InlineData("States.ExceedToleratedFailureThreshold", "only a distributed Map raises it")]
    [InlineData("States.NoChoiceMatched", "only a Choice without 'Default' raises it")]
    [InlineData("States.QueryEvaluationError", "only a JSONata state raises it")]
    public void ErrorCannotOccur_OnATask_SaysWhatRaisesIt(string error, string why) => Only(
        Catch(Function, $"«\"{error}\"»"), "error-cannot-occur", "/States/A/Catch/0/ErrorEquals/0", $"'A' cannot raise '{error}'; {why}");

    [Fact]
    public void ErrorCannotOccur_OfAnotherService_NamesItsOwn() => Only(
        Catch("arn:aws:states:::sqs:sendMessage", "«\"DynamoDB.ThrottlingException\"»"),
        "error-cannot-occur", "/States/A/Catch/0/ErrorEquals/0", "'A' cannot raise 'DynamoDB.ThrottlingException'; the errors of 'sqs' begin with 'SQS.'");

    [Fact]
    public void ErrorCannotOccur_InTheOtherFormsCase_SaysThatCaseCounts() => Only(
        Catch("arn:aws:states:::aws-sdk:dynamodb:getItem", "«\"DynamoDB.ThrottlingException\"»"),
        "error-cannot-occur", "/States/A/Catch/0/ErrorEquals/0", "'A' cannot raise 'DynamoDB.ThrottlingException'; the errors of 'aws-sdk:dynamodb' begin with 'DynamoDb.', and case counts");

    [Theory]
    [InlineData("arn:aws:states:::dynamodb:getItem", "DynamoDB.ThrottlingException")]
    [InlineData("arn:aws:states:::aws-sdk:dynamodb:getItem", "DynamoDb.ThrottlingException")]
    [InlineData("arn:aws:lambda:us-east-1:123456789012:function:f", "DynamoDB.ThrottlingException")]
    [InlineData("arn:aws:states:::sqs:sendMessage", "Custom.Error")]
    public void ErrorCannotOccur_OneThatCan_IsNotReported(string resource, string error) => None(Catch(resource, $"\"{error}\""));

    [Fact]
    public void ErrorCannotOccur_ErrorOfAStateInside_IsNotReported() => None(States(
        """ "A":{"Type":"Parallel","End":true,"Catch":[{"ErrorEquals":["States.ExceedToleratedFailureThreshold"],"Next":"B"}],"Branches":[{"StartAt":"C","States":{"C":{"Type":"Map","End":true,"ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},"StartAt":"D","States":{"D":{"Type":"Succeed"}}}}}}]},"B":{"Type":"Succeed"} """));

    [Fact]
    public void UncatchableError_Runtime_IsReported() => Only(
        Retry("""{"ErrorEquals":[«"States.Runtime"»]}"""),
        "uncatchable-error", "/States/A/Retry/0/ErrorEquals/0", "'States.Runtime' can be neither retried nor caught; it ends the execution");

    [Fact]
    public void UncatchableError_DataLimit_IsReported() => All(
        Retry("""{"ErrorEquals":["States.DataLimitExceeded"]}"""), "uncatchable-error /States/A/Retry/0/ErrorEquals/0");

    [Fact]
    public void RetryFieldWithoutEffect_BackoffOfOneAttempt_IsReportedAtItsName() => Only(
        Retry("""{"ErrorEquals":["X"],"MaxAttempts":1,«"BackoffRate"»:3}"""),
        "retry-field-without-effect", "/States/A/Retry/0/BackoffRate", "'BackoffRate' has no effect; 'MaxAttempts' is 1, so there is no second delay to raise");

    [Fact]
    public void RetryFieldWithoutEffect_DelaysOfNoAttempt_AreReportedEach() => All(
        Retry("""{"ErrorEquals":["X"],"MaxAttempts":0,"IntervalSeconds":2,"JitterStrategy":"FULL"}"""),
        "retry-field-without-effect /States/A/Retry/0/IntervalSeconds", "retry-field-without-effect /States/A/Retry/0/JitterStrategy");

    [Fact]
    public void RetryFieldWithoutEffect_MaxDelayNotAboveInterval_NamesBoth() => Only(
        Retry("""{"ErrorEquals":["X"],"IntervalSeconds":5,«"MaxDelaySeconds"»:5}"""),
        "retry-field-without-effect", "/States/A/Retry/0/MaxDelaySeconds", "'MaxDelaySeconds' has no effect; it is 5 and must be above 'IntervalSeconds', which is 5");

    [Theory]
    [InlineData("""{"ErrorEquals":["X"],"MaxAttempts":2,"BackoffRate":3}""")]
    [InlineData("""{"ErrorEquals":["X"],"IntervalSeconds":5,"MaxDelaySeconds":6}""")]
    [InlineData("""{"ErrorEquals":["X"],"MaxAttempts":0}""")]
    public void RetryFieldWithoutEffect_FieldsThatAct_AreNotReported(string retrier) => None(Retry(retrier));

    [Fact]
    public void CatchLoop_StraightBack_IsReportedAtNext() => Only(
        OneState($$"""{"Type":"Task","Resource":"{{Function}}","End":true,"Catch":[{"ErrorEquals":["X"],"Next":«"A"»}]}"""),
        "catch-loop", "/States/A/Catch/0/Next", "'Next' is 'A', which leads back to 'A' with neither a wait nor a choice between them; a lasting error repeats for ever");

    [Theory]
    [InlineData("""{"Type":"Wait","Seconds":5,"Next":"A"}""")]
    [InlineData("""{"Type":"Choice","Choices":[{"Variable":"$.x","IsPresent":true,"Next":"A"}],"Default":"C"}""")]
    public void CatchLoop_ThroughAWaitOrAChoice_IsNotReported(string between) => None(States(
        $$""" "A":{"Type":"Task","Resource":"{{Function}}","Next":"C","Catch":[{"ErrorEquals":["X"],"Next":"B","ResultPath":"$.e"}]},"B":{{between}},"C":{"Type":"Succeed"} """));

    [Fact]
    public void DeadCatch_ParallelOfWaits_IsReportedAtItsKey() => Only(
        OneState("""{"Type":"Parallel","End":true,«"Retry"»:[{"ErrorEquals":["X"]}],"Branches":[{"StartAt":"B","States":{"B":{"Type":"Wait","Seconds":5,"End":true}}}]}"""),
        "dead-catch", "/States/A/Retry", "'Retry' of 'A' never acts; nothing in the Parallel can fail");

    [Theory]
    [InlineData("""{"Type":"Pass","Parameters":{"x.$":"$.x"},"End":true}""")]
    [InlineData("""{"Type":"Task","Resource":"arn:aws:lambda:us-east-1:123456789012:function:f","End":true}""")]
    public void DeadCatch_SomethingInsideMayFail_IsNotReported(string inner) => None(
        OneState($$$$"""{"Type":"Parallel","End":true,"Retry":[{"ErrorEquals":["X"]}],"Branches":[{"StartAt":"B","States":{"B":{{{{inner}}}}}}]}"""));
}
