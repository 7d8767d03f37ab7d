using static Compiled.Rules.Tests.RuleAssert;

namespace Compiled.Rules.Tests.Data;

/// <summary>Rules on paths and the shape of the data they lead through. RULES.md, section 2.</summary>
public sealed class PathRuleTests
{
    private static string After(string first, string path) =>
        "{\"StartAt\":\"A\",\"States\":{\"A\":" + first + ",\"B\":{\"Type\":\"Pass\",\"Parameters\":{\"y.$\":\"" + path + "\"},\"End\":true}}}";

    [Fact]
    public void PathNeverPresent_AfterAPass_IsReportedOnItsStepWithTheNearest() => Only(
        After("""{"Type":"Pass","Result":{"total":1,"items":[]},"Next":"B"}""", "$«.totl»"),
        "path-never-present", "/States/B/Parameters/y.$", "'$.totl' leads to nothing; '$' has only 'total' and 'items' here; did you mean 'total'?");

    [Theory]
    [InlineData("""{"Type":"Pass","InputPath":null,"Next":"B"}""", "$«.x»", "'$.x' leads to nothing; '$' is an empty object here")]
    [InlineData("""{"Type":"Task","Resource":"arn:aws:lambda:us-east-1:123456789012:function:f","OutputPath":null,"Next":"B"}""", "$«.x»", "'$.x' leads to nothing; '$' is an empty object here")]
    [InlineData("""{"Type":"Parallel","Next":"B","Branches":[{"StartAt":"C","States":{"C":{"Type":"Succeed"}}}]}""", "$«.x»", "'$.x' leads to nothing; '$' is an array here")]
    [InlineData("""{"Type":"Map","ResultPath":"$.all","Next":"B","ItemProcessor":{"StartAt":"C","States":{"C":{"Type":"Succeed"}}}}""", "$.all«.x»", "'$.all.x' leads to nothing; '$.all' is an array here")]
    [InlineData("""{"Type":"Map","Next":"B","ItemProcessor":{"StartAt":"C","States":{"C":{"Type":"Pass","Result":{"n":1},"End":true}}}}""", "$[0]«.m»", "'$[0].m' leads to nothing; '$[0]' has only 'n' here")]
    [InlineData("""{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Parameters":{"FunctionName":"f"},"ResultPath":"$.r","Next":"B"}""", "$.r«.user»", "'$.r.user' leads to nothing; '$.r' has only 'ExecutedVersion', 'FunctionError', 'LogResult', 'Payload' and 2 more here; the function's own result is in 'Payload'")]
    [InlineData("""{"Type":"Task","Resource":"arn:aws:states:::states:startExecution.sync","Parameters":{"StateMachineArn":"m"},"Next":"B"}""", "$.Output«.x»", "'$.Output.x' leads to nothing; '$.Output' is a string here")]
    public void PathNeverPresent_AfterAState_SaysWhatIsThere(string first, string path, string message) =>
        Only(After(first, path), "path-never-present", "/States/B/Parameters/y.$", message);

    [Theory]
    [InlineData("""{"Type":"Pass","Result":{"total":1},"Next":"B"}""", "$.total")]
    [InlineData("""{"Type":"Pass","Result":{"total":1},"ResultPath":"$.r","Next":"B"}""", "$.other")]
    [InlineData("""{"Type":"Pass","Result":{"total":1},"Next":"B"}""", "$$.Execution.Id")]
    [InlineData("""{"Type":"Parallel","Next":"B","Branches":[{"StartAt":"C","States":{"C":{"Type":"Succeed"}}}]}""", "$[0].x")]
    [InlineData("""{"Type":"Map","Next":"B","ItemProcessor":{"StartAt":"C","States":{"C":{"Type":"Succeed"}}}}""", "$[*].x")]
    [InlineData("""{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Parameters":{"FunctionName":"f"},"Next":"B"}""", "$.Payload.x.y")]
    [InlineData("""{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke.waitForTaskToken","TimeoutSeconds":9,"Parameters":{"FunctionName":"f","Payload.$":"$$"},"Next":"B"}""", "$.anything")]
    [InlineData("""{"Type":"Task","Resource":"arn:aws:states:::states:startExecution.sync:2","Parameters":{"StateMachineArn":"m"},"Next":"B"}""", "$.Output.x")]
    [InlineData("""{"Type":"Pass","Parameters":{"a.$":"States.StringToJson($.t)"},"Next":"B"}""", "$.a.b.c")]
    public void PathNeverPresent_PathThatMayBeThere_IsNotReported(string first, string path) => None(After(first, path));

    [Fact]
    public void PathNeverPresent_OfWhatADeadPathWasToMake_IsReportedOnce() => All(
        States(""" "A":{"Type":"Pass","Result":{"n":1},"Next":"B"},"B":{"Type":"Pass","Parameters":{"m.$":"$.q"},"Next":"C"},"C":{"Type":"Pass","Parameters":{"k.$":"$.m.x"},"End":true} """),
        "path-never-present /States/B/Parameters/m.$");

    [Fact]
    public void PathNeverPresent_AfterACatcherWithoutResultPath_IsReported() => Only(
        States($$""" "A":{"Type":"Task","Resource":"{{Function}}","Next":"C","Catch":[{"ErrorEquals":["X"],"Next":"B"}]},"B":{"Type":"Pass","Parameters":{"y.$":"$«.order»"},"Next":"C"},"C":{"Type":"Succeed"} """),
        "path-never-present", "/States/B/Parameters/y.$", "'$.order' leads to nothing; '$' has only 'Error' and 'Cause' here");

    [Fact]
    public void PathNeverPresent_AfterACatcherWithResultPath_IsNotReported() => None(States(
        $$""" "A":{"Type":"Task","Resource":"{{Function}}","Next":"C","Catch":[{"ErrorEquals":["X"],"ResultPath":"$.e","Next":"B"}]},"B":{"Type":"Pass","Parameters":{"y.$":"$.order"},"Next":"C"},"C":{"Type":"Succeed"} """));

    [Fact]
    public void PathNeverPresent_FieldOfAnItemInABatchedChild_IsReported() => Only(
        OneState("""{"Type":"Map","End":true,"ItemBatcher":{"MaxItemsPerBatch":9},"ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},"StartAt":"C","States":{"C":{"Type":"Pass","InputPath":"$«.id»","End":true}}}}"""),
        "path-never-present", "/States/A/ItemProcessor/States/C/InputPath", "'$.id' leads to nothing; '$' has only 'Items' here; the items of a batch are in 'Items'");

    [Fact]
    public void PathNeverPresent_InResultSelector_LooksAtTheResult() => Only(
        OneState("""{"Type":"Task","Resource":"arn:aws:states:::sqs:sendMessage","Parameters":{"QueueUrl":"q","MessageBody":"m"},"ResultSelector":{"id.$":"$«.MessageID»"},"End":true}"""),
        "path-never-present", "/States/A/ResultSelector/id.$", "'$.MessageID' leads to nothing; '$' has only 'MD5OfMessageAttributes', 'MD5OfMessageBody', 'MD5OfMessageSystemAttributes', 'MessageId' and 2 more here; did you mean 'MessageId'?");

    private static string Choice(string first, string rule) =>
        "{\"StartAt\":\"A\",\"States\":{\"A\":" + first + ",\"B\":{\"Type\":\"Choice\",\"Choices\":[" + rule + "],\"Default\":\"D\"},\"D\":{\"Type\":\"Succeed\"},\"E\":{\"Type\":\"Fail\"}}}";

    private const string Row = """{"Type":"Task","Resource":"arn:aws:states:::dynamodb:getItem","Parameters":{"TableName":"t","Key":{}},"Next":"B"}""";

    [Fact]
    public void PathMayBeAbsent_UnguardedInAChoice_IsReported() => Only(
        Choice(Row, """{"Variable":"$«.Item».state.S","StringEquals":"x","Next":"E"}"""),
        "path-never-present", "/States/B/Choices/0/Variable", "'$.Item.state.S' may lead to nothing, for not every way to 'B' sets it; ask with 'IsPresent' first");

    [Fact]
    public void PathMayBeAbsent_AskedForFirst_IsNotReported() => None(
        Choice(Row, """{"And":[{"Variable":"$.Item","IsPresent":true},{"Variable":"$.Item.state.S","StringEquals":"x"}],"Next":"E"}"""));

    [Fact]
    public void PathMayBeAbsent_NothingKnownOfTheInput_IsNotReported() => None(
        Choice("""{"Type":"Wait","Seconds":1,"Next":"B"}""", """{"Variable":"$.state","StringEquals":"x","Next":"E"}"""));

    [Fact]
    public void PathNeverPresent_InAChoiceThatAsks_IsNotReported() => None(
        Choice("""{"Type":"Pass","Result":{"a":1},"Next":"B"}""", """{"Variable":"$.state","IsPresent":true,"Next":"E"}"""));

    [Fact]
    public void ResultPathMatchFailure_ThroughANumber_IsReportedOnTheStep() => Only(
        States(""" "A":{"Type":"Pass","Result":{"n":1},"Next":"B"},"B":{"Type":"Pass","Result":2,"ResultPath":"$.n«.m»","End":true} """),
        "result-path-match-failure", "/States/B/ResultPath", "'$.n.m' cannot be set; '$.n' is a number here, and has no fields");

    [Fact]
    public void ResultPathMatchFailure_IntoTheArrayOfAParallel_IsReported() => Only(
        States(""" "A":{"Type":"Parallel","Next":"B","Branches":[{"StartAt":"C","States":{"C":{"Type":"Succeed"}}}]},"B":{"Type":"Pass","Result":2,"ResultPath":"$«.m»","End":true} """),
        "result-path-match-failure", "/States/B/ResultPath", "'$.m' cannot be set; '$' is an array here, and has no fields");

    [Theory]
    [InlineData("$.m")]
    [InlineData("$.n")]
    [InlineData("$.new.deep")]
    public void ResultPathMatchFailure_OntoAnObject_IsNotReported(string path) => None(States(
        $$""" "A":{"Type":"Pass","Result":{"n":1},"Next":"B"},"B":{"Type":"Pass","Result":2,"ResultPath":"{{path}}","End":true} """));

    private static string Wait(string value, string field) => "{\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Pass\",\"Result\":{\"t\":" + value + "},\"Next\":\"B\"},\"B\":{\"Type\":\"Wait\",\"" + field + "\":\"$.t\",\"End\":true}}}";

    [Fact]
    public void PathTypeMismatch_TextInSecondsPath_IsReported() => Only(
        Wait("\"5\"", "SecondsPath").Replace("\"$.t\"", "\"«$.t»\"", StringComparison.Ordinal),
        "path-type-mismatch", "/States/B/SecondsPath", "'$.t' is a string here; 'SecondsPath' takes a number");

    [Theory]
    [InlineData("5", "TimestampPath", true)]
    [InlineData("5", "SecondsPath", false)]
    [InlineData("\"2030-01-01T00:00:00Z\"", "TimestampPath", false)]
    public void PathTypeMismatch_OfAWait_IsFoundFromThePassBefore(string value, string field, bool isFound) => All(
        Wait(value, field), isFound ? [$"path-type-mismatch /States/B/{field}"] : []);

    private static string Map(string first, string more) =>
        "{\"StartAt\":\"A\",\"States\":{\"A\":" + first + ",\"B\":{\"Type\":\"Map\"," + more + "\"End\":true,\"ItemProcessor\":{\"StartAt\":\"C\",\"States\":{\"C\":{\"Type\":\"Succeed\"}}}}}}";

    [Fact]
    public void ItemsNotArray_ObjectUnderItemsPath_IsReported() => Only(
        Map("""{"Type":"Pass","Result":{"list":{"a":1}},"Next":"B"}""", "\"ItemsPath\":«\"$.list\"»,"),
        "items-not-array", "/States/B/ItemsPath", "'$.list' is an object here; Map 'B' takes an array");

    [Fact]
    public void ItemsNotArray_InputThatIsAnObject_IsReportedAtTheState() => Only(
        Map("""{"Type":"Pass","Result":{"list":[1]},"Next":"B"}""", "").Replace("\"B\":{", "«\"B\"»:{", StringComparison.Ordinal),
        "items-not-array", "/States/B", "The input is an object here; Map 'B' takes an array");

    [Fact]
    public void ItemsNotArray_ExpressionThatGivesText_IsReportedOnIt() => Only(
        OneState("""{"QueryLanguage":"JSONata","Type":"Map","Items":"{% «$states.input.a & 'x'» %}","End":true,"ItemProcessor":{"StartAt":"C","States":{"C":{"Type":"Succeed"}}}}"""),
        "items-not-array", "/States/A/Items", "The expression gives a string; 'Items' takes an array");

    [Fact]
    public void ItemsNotArray_Array_IsNotReported() => None(Map("""{"Type":"Pass","Result":{"list":[1]},"Next":"B"}""", "\"ItemsPath\":\"$.list\","));

    [Fact]
    public void ChoiceWithoutDefault_WhereTheKindIsKnown_CountsThatKindOnly() => None(States(
        """ "A":{"Type":"Pass","Parameters":{"ok.$":"States.ArrayContains($.a, 1)"},"Next":"B"},"B":{"Type":"Choice","Choices":[{"Variable":"$.ok","BooleanEquals":true,"Next":"C"},{"Variable":"$.ok","IsBoolean":true,"Next":"D"}]},"C":{"Type":"Succeed"},"D":{"Type":"Fail"} """));

    [Fact]
    public void PathNeverPresent_InAnExpression_IsReportedOnTheName() => Only(
        """{"QueryLanguage":"JSONata","StartAt":"A","States":{"A":{"Type":"Pass","Output":{"total":"{% 1 %}"},"Next":"B"},"B":{"Type":"Pass","Output":"{% $states.input.«totl» %}","End":true}}}""",
        "path-never-present", "/States/B/Output", "'$states.input.totl' leads to nothing; '$states.input' has only 'total' here; did you mean 'total'?");

    [Theory]
    [InlineData("$states.input.total")]
    [InlineData("$states.input.total.cents")]
    [InlineData("$exists($states.input.totl)")]
    [InlineData("$states.context.Execution.Id")]
    public void PathNeverPresent_InAnExpressionThatMayWork_IsNotReported(string expression) => None(
        """{"QueryLanguage":"JSONata","StartAt":"A","States":{"A":{"Type":"Pass","Output":{"total":"{% 1 %}"},"Next":"B"},"B":{"Type":"Pass","Output":"{% """ + expression + """ %}","End":true}}}""");
}
