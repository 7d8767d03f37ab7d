using Compiled.Language.Binding;
using Compiled.Language.Faults;
using static Compiled.Rules.Tests.RuleAssert;

namespace Compiled.Rules.Tests.Tasks;

/// <summary>Rules on integrations and what they are given. RULES.md, section 2.</summary>
public sealed class TaskRuleTests
{
    private static string Task(string resource, string parameters) =>
        OneState($$"""{"Type":"Task","Resource":"arn:aws:states:::{{resource}}","TimeoutSeconds":60,"End":true,"Parameters":{{parameters}}}""");

    private static string Child(string execution, string resource) => OneState(
        $$$$$"""{"Type":"Map","End":true,"ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"{{{{{execution}}}}}"},"StartAt":"B","States":{"B":{"Type":"Task","Resource":{{{{{resource}}}}},"End":true}}}}""");

    [Fact]
    public void MissingParameter_RequiredOne_IsReportedAtParameters() => Only(
        OneState("""{"Type":"Task","Resource":"arn:aws:states:::dynamodb:getItem","End":true,«"Parameters"»:{"Key":{"id":{"S":"1"}}}}"""),
        "missing-parameter", "/States/A/Parameters", "'TableName' is missing; 'dynamodb:getItem' needs it", Severity.Error);

    [Fact]
    public void MissingParameter_MisspeltOne_IsReportedAtItsKey() => Only(
        Task("lambda:invoke", """{«"FunctionNam.$"»:"$.f"}"""),
        "missing-parameter", "/States/A/Parameters/FunctionNam.$", "'FunctionNam' is no parameter of 'lambda:invoke', which needs 'FunctionName'; did you mean that?", Severity.Error);

    [Fact]
    public void MissingParameter_OneOfSeveral_NamesThem() => Only(
        OneState("""{"Type":"Task","Resource":"arn:aws:states:::sns:publish","End":true,«"Parameters"»:{"Message":"m"}}"""),
        "missing-parameter", "/States/A/Parameters", "'TopicArn' or 'TargetArn' or 'PhoneNumber' is missing; 'sns:publish' needs it", Severity.Error);

    [Fact]
    public void MissingParameter_SmallLetterOfTheSdk_IsReportedAtItsKey() => Only(
        Task("aws-sdk:ec2:describeInstances", """{«"instanceIds"»:["i-1"]}"""),
        "missing-parameter", "/States/A/Parameters/instanceIds",
        "'instanceIds' is no parameter of 'aws-sdk:ec2:describeInstances'; those of SDK integrations begin with a capital letter; did you mean 'InstanceIds'?", Severity.Error);

    [Theory]
    [InlineData("sns:publish", """{"Message":"m","PhoneNumber":"1"}""")]
    [InlineData("lambda:invoke", """{"FunctionName.$":"$.f"}""")]
    [InlineData("aws-sdk:ec2:describeInstances", "{}")]
    [InlineData("${Service}:invoke", "{}")]
    public void MissingParameter_AllThere_IsNotReported(string resource, string parameters) => None(Task(resource, parameters));

    [Fact]
    public void MissingParameter_InputInPlaceOfParameters_IsNotReported() => None(
        OneState("""{"Type":"Task","Resource":"arn:aws:states:::dynamodb:getItem","End":true}"""));

    [Fact]
    public void BadParameterType_NumberInN_IsReportedAtTheNumber() => Only(
        Task("dynamodb:getItem", """{"TableName":"t","Key":{"id":{"N":«17»}}}"""),
        "bad-parameter-type", "/States/A/Parameters/Key/id/N", "'N' is a number; DynamoDB takes its text, \"17\", there");

    [Theory]
    [InlineData("""{"N.$":"States.MathAdd($.n, 1)"}""")]
    [InlineData("""{"NS":["1",2]}""")]
    [InlineData("""{"L":[{"S":1}]}""")]
    public void BadParameterType_OtherForms_AreReported(string value) =>
        Assert.Equal("bad-parameter-type", Assert.Single(Find(Task("dynamodb:putItem", $$$$"""{"TableName":"t","Item":{"x":{{{{value}}}}}}"""), default)).Kind);

    [Theory]
    [InlineData("""{"N":"17"}""")]
    [InlineData("""{"N.$":"States.Format('{}', $.n)"}""")]
    [InlineData("""{"BOOL":true}""")]
    [InlineData("""{"M":{"N":{"N":"1"}}}""")]
    public void BadParameterType_TextInN_IsNotReported(string value) => None(Task("dynamodb:putItem", $$$$"""{"TableName":"t","Item":{"x":{{{{value}}}}}}"""));

    [Fact]
    public void TaskTokenNotPassed_NoTokenInParameters_IsReportedAtThem() => Only(
        OneState("""{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke.waitForTaskToken","TimeoutSeconds":60,"End":true,«"Parameters"»:{"FunctionName":"f","Payload":{"in.$":"$","id.$":"$$.Execution.Id"}}}"""),
        "task-token-not-passed", "/States/A/Parameters", "Task 'A' waits for its token and passes it to nobody; expected '$$.Task.Token' in 'Parameters'");

    [Theory]
    [InlineData("$$")]
    [InlineData("$$.Task")]
    [InlineData("$$['Task']['Token']")]
    [InlineData("States.Format('{}', $$.Task.Token)")]
    public void TaskTokenNotPassed_TokenInAnyForm_IsNotReported(string path) => None(
        Task("lambda:invoke.waitForTaskToken", $$$$"""{"FunctionName":"f","Payload":{"t.$":"{{{{path}}}}"}}"""));

    [Theory]
    [InlineData("{% $states.context.Task.Token %}", false)]
    [InlineData("{% $states.context %}", false)]
    [InlineData("{% $states.input %}", true)]
    public void TaskTokenNotPassed_InJsonata_ReadsTheExpressions(string expression, bool isReported) => All(
        OneState($$$$"""{"QueryLanguage":"JSONata","Type":"Task","Resource":"arn:aws:states:::lambda:invoke.waitForTaskToken","TimeoutSeconds":60,"End":true,"Arguments":{"FunctionName":"f","Payload":{"t":"{{{{expression}}}}"}}}"""),
        isReported ? ["task-token-not-passed /States/A/Arguments"] : []);

    [Fact]
    public void ExpressUnsupportedIntegration_CallbackInAnExpressChild_IsReported() => Only(
        Child("EXPRESS", "«\"arn:aws:states:us-east-1:123456789012:activity:a\"»"),
        "express-unsupported-integration", "/States/A/ItemProcessor/States/B/Resource", "'Resource' is an activity, which an Express child of Map 'A' does not support", Severity.Error);

    [Fact]
    public void ExpressUnsupportedIntegration_InAStandardChild_IsNotReported() => None(Child("STANDARD", "\"arn:aws:states:us-east-1:123456789012:activity:a\""));
}
