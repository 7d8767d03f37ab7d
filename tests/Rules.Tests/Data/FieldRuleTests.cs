using static Compiled.Rules.Tests.RuleAssert;

namespace Compiled.Rules.Tests.Data;

/// <summary>Rules on fields that do nothing and on the context object. RULES.md, section 2; FEATURES A6.</summary>
public sealed class FieldRuleTests
{
    private const string Processor = """ "ItemProcessor":{"StartAt":"B","States":{"B":{"Type":"Succeed"}}} """;

    [Fact]
    public void FieldWithoutEffect_SelectorOfADiscardedResult_IsReportedAtItsKey() => Only(
        OneState($$"""{"Type":"Task","Resource":"{{Function}}","End":true,«"ResultSelector"»:{"x.$":"$.x"},"ResultPath":null}"""),
        "field-without-effect", "/States/A/ResultSelector", "'ResultSelector' has no effect; 'ResultPath' is null, so the result is discarded");

    [Fact]
    public void FieldWithoutEffect_ParametersBesideResult_AreReported() => Only(
        OneState("""{"Type":"Pass","End":true,«"Parameters"»:{"x":1},"Result":2}"""),
        "field-without-effect", "/States/A/Parameters", "'Parameters' has no effect; 'Result' replaces what it makes");

    [Fact]
    public void FieldWithoutEffect_ConcurrencyOfAnInlineMap_IsReportedAbove40() => Only(
        OneState($$"""{"Type":"Map","End":true,«"MaxConcurrency"»:41,{{Processor}}}"""),
        "field-without-effect", "/States/A/MaxConcurrency", "'MaxConcurrency' has no effect; it is 41, and an inline Map runs at most 40 iterations at once");

    [Theory]
    [InlineData("""{"Type":"Pass","End":true,"Parameters":{"x":1},"ResultPath":null}""")]
    [InlineData("""{"Type":"Pass","End":true,"Result":2}""")]
    public void FieldWithoutEffect_FieldsThatAct_AreNotReported(string state) => None(OneState(state));

    [Fact]
    public void FieldWithoutEffect_ConcurrencyOf40_IsNotReported() => None(OneState($$"""{"Type":"Map","End":true,"MaxConcurrency":40,{{Processor}}}"""));

    [Fact]
    public void DistributedOnlyField_LabelOfAnInlineMap_IsReportedAtItsKey() => Only(
        OneState($$"""{"Type":"Map","End":true,«"Label"»:"x",{{Processor}}}"""),
        "distributed-only-field", "/States/A/Label", "'Label' counts in distributed Maps only; Map 'A' is inline, for 'Mode' of its 'ProcessorConfig' is not 'DISTRIBUTED'");

    [Fact]
    public void DistributedOnlyField_OfADistributedMap_IsNotReported() => None(OneState(
        """{"Type":"Map","End":true,"Label":"x","ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},"StartAt":"B","States":{"B":{"Type":"Succeed"}}}}"""));

    [Theory]
    [InlineData("$$«.Exection».Id", "the context object has no 'Exection'; did you mean 'Execution'?")]
    [InlineData("$$.Execution«.ID»", "the context object has no 'Execution.ID'; did you mean 'Id'?")]
    [InlineData("$$«.Task».Token", "'Task' holds the token of a '.waitForTaskToken' or '.sync' integration, which this state is not")]
    [InlineData("$$«.Map».Item.Value", "'Map' exists only in the 'ItemSelector' of a Map and inside its processor")]
    public void UnknownContextField_OfAPass_IsReportedOnItsStep(string path, string what)
    {
        string plain = path.Replace("«", "", StringComparison.Ordinal).Replace("»", "", StringComparison.Ordinal);
        Only(
            OneState($$$$"""{"Type":"Pass","End":true,"Parameters":{"x.$":"{{{{path}}}}"}}"""),
            "unknown-context-field", "/States/A/Parameters/x.$", $"'{plain}': {what}");
    }

    [Theory]
    [InlineData("$$")]
    [InlineData("$$.Execution.Input.anything")]
    [InlineData("$$.State.EnteredTime")]
    [InlineData("$$['Execution']['Name']")]
    public void UnknownContextField_KnownField_IsNotReported(string path) => None(OneState($$$$"""{"Type":"Pass","End":true,"Parameters":{"x.$":"{{{{path}}}}"}}"""));

    [Fact]
    public void UnknownContextField_TokenOfASyncTask_IsNotReported() => None(OneState(
        """{"Type":"Task","Resource":"arn:aws:states:::states:startExecution.sync","Parameters":{"StateMachineArn":"m","Input":{"t.$":"$$.Task.Token"}},"End":true}"""));

    [Fact]
    public void UnknownContextField_ItemWhereThereIsOne_IsNotReported() => None(OneState(
        """{"Type":"Map","End":true,"ItemSelector":{"x.$":"$$.Map.Item.Value"},"ItemProcessor":{"StartAt":"B","States":{"B":{"Type":"Pass","Parameters":{"i.$":"$$.Map.Item.Index"},"End":true}}}}"""));

    [Theory]
    [InlineData("$states.context.«Exection».Id", "the context object has no 'Exection'; did you mean 'Execution'?", "$states.context.Exection")]
    [InlineData("'x' & $states.context.Execution.«Nme»", "the context object has no 'Execution.Nme'; did you mean 'Name'?", "$states.context.Execution.Nme")]
    [InlineData("$states.context.«Map».Item.Value", "'Map' exists only in the 'ItemSelector' of a Map and inside its processor", "$states.context.Map")]
    public void UnknownContextField_InAnExpression_IsReportedOnItsName(string expression, string what, string path) => Only(
        OneState("{\"QueryLanguage\":\"JSONata\",\"Type\":\"Pass\",\"End\":true,\"Output\":\"{% " + expression + " %}\"}"),
        "unknown-context-field", "/States/A/Output", $"'{path}': {what}");

    [Theory]
    [InlineData("$states.context.Execution.Input.anything")]
    [InlineData("$states.context")]
    [InlineData("$keys($states.context.State)")]
    public void UnknownContextField_InAnExpressionThatIsRight_IsNotReported(string expression) => None(
        OneState("{\"QueryLanguage\":\"JSONata\",\"Type\":\"Pass\",\"End\":true,\"Output\":\"{% " + expression + " %}\"}"));

    private static string Far(string more) => OneState(
        "{\"Type\":\"Map\",\"End\":true," + more + ",\"ItemProcessor\":{\"ProcessorConfig\":{\"Mode\":\"DISTRIBUTED\",\"ExecutionType\":\"STANDARD\"},\"StartAt\":\"B\",\"States\":{\"B\":{\"Type\":\"Succeed\"}}}}");

    private static string Reader(string config) =>
        Far("\"ItemReader\":{\"Resource\":\"arn:aws:states:::s3:getObject\",\"Parameters\":{\"Bucket\":\"b\",\"Key\":\"k\"}," + config + "}");

    [Fact]
    public void FieldWithoutEffect_DelimiterOfAJsonFile_IsReportedAtItsKey() => Only(
        Reader("\"ReaderConfig\":{\"InputType\":\"JSON\",«\"CSVDelimiter\"»:\"TAB\"}"),
        "field-without-effect", "/States/A/ItemReader/ReaderConfig/CSVDelimiter", "'CSVDelimiter' has no effect; 'InputType' is 'JSON', and only a CSV file has headers and delimiters");

    [Fact]
    public void MissingMapSetting_HeadersThatAreToBeGiven_AreReportedAtTheConfig() => Only(
        Reader("«\"ReaderConfig\"»:{\"InputType\":\"CSV\",\"CSVHeaderLocation\":\"GIVEN\"}"),
        "missing-field", "/States/A/ItemReader/ReaderConfig", "'CSVHeaders' is missing; 'CSVHeaderLocation' is 'GIVEN', so they must be given");

    [Fact]
    public void MissingMapSetting_BatcherWithoutASize_IsReportedAtItsKey() => Only(
        Far("«\"ItemBatcher\"»:{\"BatchInput\":{\"x\":1}}"),
        "missing-field", "/States/A/ItemBatcher", "'MaxItemsPerBatch' or 'MaxInputBytesPerBatch' is missing; 'ItemBatcher' must say how large a batch is");

    [Fact]
    public void MissingMapSetting_AllThere_IsNotReported()
    {
        None(Reader("\"ReaderConfig\":{\"InputType\":\"CSV\",\"CSVHeaderLocation\":\"GIVEN\",\"CSVHeaders\":[\"a\"],\"CSVDelimiter\":\"TAB\"}"));
        None(Far("\"ItemBatcher\":{\"MaxInputBytesPerBatch\":1000}"));
    }
}
