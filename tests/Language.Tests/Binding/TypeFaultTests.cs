using Compiled.Language.Binding;
using static Compiled.Language.Tests.Binding.FaultAssert;

namespace Compiled.Language.Tests.Binding;

/// <summary>Faults of single state types: Task, Choice, Wait, Map, and of Retry and Catch.</summary>
public sealed class TypeFaultTests
{
    private const string Lambda = "\"Type\":\"Task\",\"Resource\":\"arn:aws:lambda:::function:f\",\"End\":true";

    [Theory]
    [InlineData("ReserveStock", "expected the ARN of a Lambda function, an activity or a service integration")]
    [InlineData("arn:aws:swf:us-east-1:1:task:X", "expected the ARN of a Lambda function, an activity or a service integration")]
    [InlineData("arn:aws::lambda:us-east-1:1:function:f", "expected the ARN of a Lambda function, an activity or a service integration")]
    [InlineData("arn:aws:states:::dynamodb:query", "'query' is no integration of 'dynamodb'; expected getItem or putItem or updateItem or deleteItem, or the form 'aws-sdk:dynamodb:query'")]
    [InlineData("arn:aws:states:::sqs:sendMesage", "'sendMesage' is no integration of 'sqs'; did you mean 'sendMessage'?")]
    [InlineData("arn:aws:states:::lamda:invoke", "'lamda' is no service with an integration of its own; did you mean 'lambda'?")]
    [InlineData("arn:aws:states:::sqs:sendMessage.sync", "'sqs:sendMessage' does not support '.sync'")]
    [InlineData("arn:aws:states:::batch:submitJob.sync:2", "'batch:submitJob' does not support '.sync:2'")]
    [InlineData("arn:aws:states:::aws-sdk:s3:PutObject", "the action 'PutObject' must start with a small letter")]
    [InlineData("arn:aws:states:::aws-sdk:s3:putObject.sync", "SDK integrations do not support '.sync'")]
    public void BadResource_OfATask_IsReported(string resource, string reason) => Only(
        OneState($$"""{"Type":"Task","Resource":«"{{resource}}"»,"End":true}"""),
        "bad-resource", "/States/A/Resource", $"'Resource' is '{resource}'; {reason}");

    [Theory]
    [InlineData("arn:aws:states:us-east-1:1:activity:a", "an activity")]
    [InlineData("arn:aws:states:::states:startExecution.sync:2", "a '.sync' integration")]
    [InlineData("arn:aws:states:::sqs:sendMessage.waitForTaskToken", "a '.waitForTaskToken' integration")]
    public void ExpressUnsupportedIntegration_IsReportedInExpressOnly(string resource, string what)
    {
        string marked = OneState($$"""{"Type":"Task","Resource":«"{{resource}}"»,"End":true}""");

        Only(marked, "express-unsupported-integration", "/States/A/Resource", $"'Resource' is {what}, which an Express machine does not support", type: MachineType.Express);
        Machine(marked.Replace("«", "", StringComparison.Ordinal).Replace("»", "", StringComparison.Ordinal));
    }

    /// <summary>L-300.</summary>
    [Fact]
    public void ExpressUnsupportedIntegration_DistributedMapInExpress_IsReportedAtMode()
    {
        string marked = OneState(Distributed("STANDARD", "\"D\":{\"Type\":\"Succeed\"}", "«\"DISTRIBUTED\"»"));

        Only(
            marked, "express-unsupported-integration", "/States/A/ItemProcessor/ProcessorConfig/Mode", "Map 'A' is distributed, which an Express machine does not support",
            type: MachineType.Express);
        Machine(marked.Replace("«", "", StringComparison.Ordinal).Replace("»", "", StringComparison.Ordinal));
    }

    /// <summary>L-300: a child that is Express can no more run one than a machine can.</summary>
    [Fact]
    public void ExpressUnsupportedIntegration_DistributedMapInAnExpressChild_IsReportedAtMode()
    {
        string inner = "\"D\":" + Distributed("STANDARD", "\"D2\":{\"Type\":\"Succeed\"}", "«\"DISTRIBUTED\"»").Replace("\"StartAt\":\"D\"", "\"StartAt\":\"D2\"", StringComparison.Ordinal);

        Only(
            OneState(Distributed("EXPRESS", inner, "\"DISTRIBUTED\"")), "express-unsupported-integration",
            "/States/A/ItemProcessor/States/D/ItemProcessor/ProcessorConfig/Mode", "Map 'D' is distributed, which an Express child of Map 'A' does not support");
        Machine(OneState(Distributed("STANDARD", inner.Replace("«", "", StringComparison.Ordinal).Replace("»", "", StringComparison.Ordinal), "\"DISTRIBUTED\"")));
    }

    private static string Distributed(string type, string states, string mode) =>
        $$"""{"Type":"Map","End":true,"ItemProcessor":{"ProcessorConfig":{"Mode":{{mode}},"ExecutionType":"{{type}}"},"StartAt":"D","States":{""" + states + "}}}";

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"Foo":1}""")]
    public void BadCredentials_WithoutRoleArn_IsReported(string credentials) =>
        Assert.Contains(
            MachineBinder.Bind(OneState("{" + Lambda + ",\"Credentials\":" + credentials + "}")).Faults,
            fault => (fault.Kind, fault.Pointer) == ("bad-credentials", "/States/A/Credentials"));

    [Fact]
    public void Credentials_WithHalfAnExpression_AreReportedOnce() => All(
        OneState("{\"QueryLanguage\":\"JSONata\"," + Lambda + ",\"Credentials\":{\"RoleArn\":\"{% $r\"}}"),
        "jsonata-delimiter /States/A/Credentials/RoleArn");

    [Fact]
    public void HeartbeatNotBelowTimeout_Equal_IsReportedAtTheHeartbeat() => Only(
        OneState("{" + Lambda + ",\"TimeoutSeconds\":10,\"HeartbeatSeconds\":«10»}"),
        "heartbeat-not-below-timeout", "/States/A/HeartbeatSeconds", "'HeartbeatSeconds' is 10; expected less than 'TimeoutSeconds', which is 10");

    [Fact]
    public void CatchAll_BesideOthersAndNotLast_IsReportedInRetryAndCatch() => All(
        """{"StartAt":"A","States":{"A":{"""
        + Lambda.Replace("\"End\":true", "\"Next\":\"B\"", StringComparison.Ordinal)
        + """,  "Retry":[{"ErrorEquals":["States.ALL"]},{"ErrorEquals":["x","States.ALL"]}],"Catch":[{"ErrorEquals":["States.ALL"],"Next":"B"},{"ErrorEquals":["y"],"Next":"B"}]},"B":{"Type":"Succeed"}}}""",
        "catch-all-not-last /States/A/Retry/0/ErrorEquals/0",
        "catch-all-not-alone /States/A/Retry/1/ErrorEquals/1",
        "catch-all-not-last /States/A/Catch/0/ErrorEquals/0");

    [Fact]
    public void ErrorEquals_EmptyOrNotStrings_IsReported() => All(
        OneState("{" + Lambda + ",\"Retry\":[{\"ErrorEquals\":[]},{\"ErrorEquals\":[1]},{\"ErrorEquals\":\"a\"},7]}"),
        "empty-value /States/A/Retry/0/ErrorEquals",
        "bad-type /States/A/Retry/1/ErrorEquals/0",
        "bad-type /States/A/Retry/2/ErrorEquals",
        "bad-type /States/A/Retry/3");

    [Theory]
    [InlineData("{\"Next\":\"B\"}", "choice-missing-operator /States/A/Choices/0")]
    [InlineData("{\"Variable\":\"$.a\",\"Next\":\"B\"}", "choice-missing-operator /States/A/Choices/0")]
    [InlineData("{\"Variable\":\"$.a\",\"IsNull\":true,\"IsString\":true,\"Next\":\"B\"}", "choice-multiple-operators /States/A/Choices/0/IsString")]
    [InlineData("{\"IsNull\":true,\"Next\":\"B\"}", "missing-field /States/A/Choices/0")]
    [InlineData("{\"Variable\":\"$.a\",\"IsNull\":true}", "missing-field /States/A/Choices/0")]
    [InlineData("{\"Variable\":\"$.a\",\"IsNull\":\"true\",\"Next\":\"B\"}", "bad-type /States/A/Choices/0/IsNull")]
    [InlineData("{\"Variable\":\"$.a\",\"StringEquals\":1,\"Next\":\"B\"}", "bad-type /States/A/Choices/0/StringEquals")]
    [InlineData("{\"Variable\":\"$.a\",\"NumericEquals\":\"1\",\"Next\":\"B\"}", "bad-type /States/A/Choices/0/NumericEquals")]
    [InlineData("{\"Variable\":\"$.a\",\"TimestampEquals\":\"2020-01-01\",\"Next\":\"B\"}", "bad-timestamp /States/A/Choices/0/TimestampEquals")]
    [InlineData("{\"Variable\":\"a\",\"IsNull\":true,\"Next\":\"B\"}", "bad-json-path /States/A/Choices/0/Variable")]
    [InlineData("{\"Variable\":\"$.a\",\"StringEqualsPath\":\"$.b[*]\",\"Next\":\"B\"}", "bad-reference-path /States/A/Choices/0/StringEqualsPath")]
    [InlineData("{\"And\":[],\"Next\":\"B\"}", "empty-value /States/A/Choices/0/And")]
    [InlineData("{\"Not\":[],\"Next\":\"B\"}", "bad-type /States/A/Choices/0/Not")]
    [InlineData("{\"Or\":[{}],\"Next\":\"B\"}", "choice-missing-operator /States/A/Choices/0/Or/0")]
    public void ChoiceRule_WithAFault_IsReportedAlone(string rule, string expected) => All(
        """{"StartAt":"A","States":{"A":{"Type":"Choice","Default":"B","Choices":[""" + rule + """]},"B":{"Type":"Succeed"}}}""", expected);

    [Fact]
    public void JsonataRule_WithoutCondition_IsReported() => All(
        """{"QueryLanguage":"JSONata","StartAt":"A","States":{"A":{"Type":"Choice","Default":"B","Choices":[{"Next":"B"}]},"B":{"Type":"Succeed"}}}""",
        "missing-field /States/A/Choices/0");

    [Theory]
    // L-256.
    [InlineData("2016-12-05 21:29:29Z")]
    [InlineData("2016-12-05T21:29:29")]
    [InlineData("2016-13-05T21:29:29Z")]
    [InlineData("2016-12-05T25:29:29Z")]
    public void BadTimestamp_OfAWait_IsReported(string timestamp) => Only(
        OneState($$"""{"Type":"Wait","Timestamp":«"{{timestamp}}"»,"End":true}"""),
        "bad-timestamp", "/States/A/Timestamp",
        $"'Timestamp' is '{timestamp}'; expected a timestamp with 'T' and an offset, such as '2030-01-31T08:00:00Z'");

    [Theory]
    [InlineData("", "'Label' is empty; expected 1 to 40 characters")]
    [InlineData("a b", "'Label' holds a blank or control character, which is not allowed there")]
    [InlineData("a?b", "'Label' is 'a?b'; '?' is not allowed there")]
    [InlineData("12345678901234567890123456789012345678901", "'Label' has 41 characters; at most 40 are allowed")]
    public void BadLabel_OfAMap_IsReported(string label, string message) => Only(
        OneState($$"""{"Type":"Map","Label":«"{{label}}"»,"End":true,"ItemProcessor":{"StartAt":"I","States":{"I":{"Type":"Succeed"} } } }"""),
        "bad-label", "/States/A/Label", message);

    [Fact]
    public void DuplicateLabel_OfTwoMaps_IsReportedAtTheSecond() => All(
        """
        {"StartAt":"A","States":{
          "A":{"Type":"Map","Label":"x","Next":"B","ItemProcessor":{"StartAt":"I","States":{"I":{"Type":"Succeed"}}}},
          "B":{"Type":"Map","Label":"x","End":true,"ItemProcessor":{"StartAt":"J","States":{"J":{"Type":"Succeed"}}}}}}
        """,
        "duplicate-label /States/B/Label");

    [Fact]
    public void DistributedMap_WithFaultsInItsSettings_IsReported() => All(
        """
        {"StartAt":"M","States":{"M":{"Type":"Map","End":true,
          "ItemReader":{"Resource":"arn:aws:states:::s3:putObject","ReaderConfig":{"InputType":"XML","MaxItems":-1,"CSVHeaders":"a"}},
          "ItemBatcher":{"MaxItemsPerBatch":0,"MaxInputBytesPerBatch":262145},
          "ResultWriter":{"Resource":"arn:aws:states:::s3:putObject","WriterConfig":{"Transformation":"ZIP"}},
          "ToleratedFailurePercentage":100.5,
          "ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED"},"StartAt":"I","States":{"I":{"Type":"Succeed"}}}}}}
        """,
        "bad-resource /States/M/ItemReader/Resource",
        "bad-value /States/M/ItemReader/ReaderConfig/InputType",
        "out-of-range /States/M/ItemReader/ReaderConfig/MaxItems",
        "bad-type /States/M/ItemReader/ReaderConfig/CSVHeaders",
        "out-of-range /States/M/ItemBatcher/MaxItemsPerBatch",
        "out-of-range /States/M/ItemBatcher/MaxInputBytesPerBatch",
        "missing-field /States/M/ResultWriter",
        "missing-field /States/M/ResultWriter/WriterConfig",
        "bad-value /States/M/ResultWriter/WriterConfig/Transformation",
        "out-of-range /States/M/ToleratedFailurePercentage",
        "missing-field /States/M/ItemProcessor/ProcessorConfig");
}
