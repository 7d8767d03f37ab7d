using Compiled.Values;

namespace Compiled.Generator.Tests.Emit;

/// <summary>States in JSONata: what goes in, what comes out, in which order. FEATURES A4, L-055, L-073, L-074.</summary>
public sealed class QueryStateTests
{
    private const string Map = "\"ItemProcessor\":{\"StartAt\":\"I\",\"States\":{\"I\":{\"Type\":\"Pass\",\"End\":true}}}";

    /// <summary>L-050: without Output a state gives on its result, or its input where it has none.</summary>
    [Theory]
    [InlineData("\"Type\":\"Pass\"", """{"n":1}""")]
    [InlineData("\"Type\":\"Wait\",\"Seconds\":1", """{"n":1}""")]
    [InlineData("«Task»", """{"A":{"n":1}}""")]
    [InlineData("«Task»,\"Arguments\":{\"x\":\"{% $states.input.n + 1 %}\",\"y.$\":\"$.n\",\"z\":[\" {% 1 %} \",\"{% 'a' %}\"]}", """{"A":{"x":2,"y.$":"$.n","z":[" {% 1 %} ","a"]}}""")]
    [InlineData("«Task»,\"Arguments\":\"{% [1..3] %}\"", """{"A":[1,2,3]}""")]
    [InlineData("\"Type\":\"Parallel\",\"Branches\":[{\"StartAt\":\"I\",\"States\":{\"I\":{\"Type\":\"Pass\",\"End\":true}}}]", """[{"n":1}]""")]
    [InlineData("\"Type\":\"Parallel\",\"Arguments\":{\"m\":\"{% $states.input.n %}\"},\"Branches\":[{\"StartAt\":\"I\",\"States\":{\"I\":{\"Type\":\"Pass\",\"End\":true}}}]", """[{"m":1}]""")]
    [InlineData("\"Type\":\"Map\",\"Items\":[\"{% $states.input.n %}\",2]," + Map, "[1,2]")]
    [InlineData("\"Type\":\"Map\",\"Items\":\"{% [1..3] %}\",\"MaxConcurrency\":\"{% 1 + 1 %}\"," + Map, "[1,2,3]")]
    [InlineData("\"Type\":\"Map\",\"Items\":[5,6],\"ItemSelector\":{\"i\":\"{% $states.context.Map.Item.Index %}\",\"v\":\"{% $states.context.Map.Item.Value + $states.input.n %}\"}," + Map, """[{"i":0,"v":6},{"i":1,"v":7}]""")]
    public async Task Output_LeftOut_IsTheResultOrTheInput(string state, string expected)
    {
        Ran ran = await Ran.Of(
            """{"QueryLanguage":"JSONata","StartAt":"A","States":{"A":{""" + state + ""","End":true}}}""", """{"n":1}""",
            (name, arguments) => JsonValue.Object(new Compiled.Values.JsonProperty(Key.Of(name), arguments)));

        Assert.Equal(expected, ran.Outcome);
    }

    /// <summary>L-055: each part of <c>$states</c>, and the whole, which has those members that there are.</summary>
    [Fact]
    public async Task States_InOutputAndAssign_HoldsInputResultAndContext()
    {
        Ran ran = await Ran.Of("""
            {"QueryLanguage":"JSONata","StartAt":"A","States":{
              "A":{«Task»,"Arguments":{"k":2},"Assign":{"r":"{% $states.result.k %}","names":"{% $keys($states) %}"},
                "Output":{"in":"{% $states.input %}","out":"{% $states.result %}","name":"{% $states.context.State.Name %}","entry":"{% $states.context.Execution.Input.n %}"},"Next":"B"},
              "B":{"Type":"Pass","Output":{"before":"{% $states.input %}","r":"{% $r %}","names":"{% $names %}","here":"{% $keys($states) %}"},"End":true}}}
            """, """{"n":1}""");

        Assert.Equal(
            """{"before":{"in":{"n":1},"out":{"k":2},"name":"A","entry":1},"r":2,"names":["input","context","result"],"here":["input","context"]}""", ran.Outcome);
    }

    /// <summary>L-073: Output and Assign see the variables as they were on entry; all are stored together.</summary>
    [Fact]
    public async Task Assign_AndOutput_SeeTheValuesFromBefore()
    {
        Ran ran = await Ran.Of("""
            {"QueryLanguage":"JSONata","StartAt":"A","States":{
              "A":{"Type":"Pass","Assign":{"x":1,"y":"{% 2 %}"},"Next":"B"},
              "B":{"Type":"Pass","Assign":{"x":"{% $y %}","y":"{% $x %}","z":{"list":["{% $x + $y %}"]}},"Output":"{% [$x, $y] %}","Next":"C"},
              "C":{"Type":"Pass","Output":["{% $states.input %}","{% $x %}","{% $y %}","{% $z.list %}"],"End":true}}}
            """);

        Assert.Equal("[[1,2],2,1,[3]]", ran.Outcome);
        Assert.Equal(["""A {"x":"1","y":"2"}""", """B {"x":"2","y":"1","z":"{\"list\":[3]}"}"""], ran.Assigned);
    }

    /// <summary>L-074: where Output fails, nothing is assigned; a catcher's fields replace the state's and see the error.</summary>
    [Fact]
    public async Task Catcher_OfAFailedOutput_SeesTheErrorAndTheOldVariables()
    {
        Ran ran = await Ran.Of("""
            {"QueryLanguage":"JSONata","StartAt":"A","States":{
              "A":{"Type":"Pass","Assign":{"x":"old"},"Next":"B"},
              "B":{«Task»,"Assign":{"x":"new"},"Output":"{% $none %}","Catch":[{"ErrorEquals":["States.QueryEvaluationError"],"Assign":{"error":"{% $states.errorOutput.Error %}"},"Output":"{% $states.input %}","Next":"C"}],"End":true},
              "C":{"Type":"Pass","Output":"{% [$states.input, $x, $error] %}","End":true}}}
            """, "7");

        Assert.Equal("""[7,"old","States.QueryEvaluationError"]""", ran.Outcome);
        Assert.Equal(
            ["ExecutionStarted<-0", "PassStateEntered<-0", "PassStateExited<-2", "TaskStateEntered<-3", "LambdaFunctionScheduled<-4", "LambdaFunctionStarted<-5",
                "LambdaFunctionSucceeded<-6", "EvaluationFailed<-7", "TaskStateExited<-8", "PassStateEntered<-9", "PassStateExited<-10", "ExecutionSucceeded<-11"], ran.Events);
    }

    /// <summary>L-354: a catcher without Output gives on the error object.</summary>
    [Theory]
    [InlineData("", """{"Error":"Oops","Cause":"why"}""")]
    [InlineData(",\"Output\":\"{% $states.errorOutput.Cause %}\"", "\"why\"")]
    [InlineData(",\"Output\":{\"all\":\"{% $keys($states) %}\"}", """{"all":["input","context","errorOutput"]}""")]
    public async Task Catcher_OfATask_GivesOnTheErrorOrItsOutput(string field, string expected)
    {
        Ran ran = await Ran.Of(
            """{"QueryLanguage":"JSONata","StartAt":"A","States":{"A":{«Task»,"Catch":[{"ErrorEquals":["States.ALL"]""" + field + ""","Next":"Z"}],"End":true},"Z":{"Type":"Succeed"}}}""",
            "{}", (_, _) => JsonValue.Failure(new Compiled.Values.Fault("Oops", "why")));

        Assert.Equal(expected, ran.Outcome);
    }

    /// <summary>L-062: a failed expression is retried like a failed task, and evaluated anew.</summary>
    [Fact]
    public async Task Retry_OfAFailedExpression_EvaluatesItAgain()
    {
        Ran ran = await Ran.Of("""
            {"QueryLanguage":"JSONata","StartAt":"A","States":{
              "A":{«Task»,"Arguments":"{% $states.context.State.RetryCount = 2 ? 'third' : $none %}","Retry":[{"ErrorEquals":["States.QueryEvaluationError"],"IntervalSeconds":1,"MaxAttempts":2}],"End":true}}}
            """);

        Assert.Equal("\"third\"", ran.Outcome);
        Assert.Equal(2, ran.Details("EvaluationFailed").Length);
    }

    /// <summary>L-233, L-238: the first rule that holds, with its own Assign and Output; the state's belong to Default.</summary>
    [Theory]
    [InlineData(1, """["one",1,"rule"]""")]
    [InlineData(2, """[2,2,"two"]""")]
    [InlineData(3, """["else",3,"default"]""")]
    public async Task Choice_RuleByRule_TakesTheFirstThatHolds(int number, string expected)
    {
        Ran ran = await Ran.Of("""
            {"QueryLanguage":"JSONata","StartAt":"A","States":{
              "A":{"Type":"Choice","Choices":[
                {"Condition":false,"Next":"Z"},
                {"Condition":"{% $states.input = 1 %}","Assign":{"n":"{% $states.input %}","by":"rule"},"Output":"one","Next":"Z"},
                {"Condition":"{% $states.input < 3 %}","Assign":{"n":"{% $states.input %}","by":"two"},"Next":"Z"}],
                "Assign":{"n":"{% $states.input %}","by":"default"},"Output":"{% 'else' %}","Default":"Z"},
              "Z":{"Type":"Pass","Output":"{% [$states.input, $n, $by] %}","End":true}}}
            """, number.ToString(System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(expected, ran.Outcome);
    }

    /// <summary>An ItemSelector that fails is the Map's own error: its Catch takes it, and no iteration starts.</summary>
    [Fact]
    public async Task ItemSelector_ThatFails_IsTheMapsError()
    {
        Ran ran = await Ran.Of("""
            {"QueryLanguage":"JSONata","StartAt":"A","States":{
              "A":{"Type":"Map","Items":[1],"ItemSelector":{"x":"{% $none %}"},"ItemProcessor":{"StartAt":"I","States":{"I":{"Type":"Pass","End":true}}},"Catch":[{"ErrorEquals":["States.ALL"],"Output":"{% $states.errorOutput.Cause %}","Next":"Z"}],"End":true},
              "Z":{"Type":"Succeed"}}}
            """);

        Assert.Equal("\"An error occurred while executing the state 'A' (entered at the event id #2). The JSONata expression '$none' specified for the field 'ItemSelector/x' returned nothing (undefined).\"", ran.Outcome);
        Assert.Equal(["ExecutionStarted<-0", "MapStateEntered<-0", "MapStateStarted<-2", "EvaluationFailed<-3", "MapStateFailed<-4", "MapStateExited<-5"], ran.Events[..6]);
    }

    /// <summary>L-250, L-265: expressions in the other fields.</summary>
    [Fact]
    public async Task Fields_ThatTakeExpressions_AreEvaluated()
    {
        Ran ran = await Ran.Of("""
            {"QueryLanguage":"JSONata","StartAt":"W","States":{
              "W":{"Type":"Wait","Seconds":"{% $states.input.n * 2 %}","Assign":{"at":"{% $now() %}"},"Next":"U"},
              "U":{"Type":"Wait","Timestamp":"{% $fromMillis($toMillis($at) + 3000) %}","Output":"{% [$at, $now()] %}","Next":"T"},
              "T":{«Task»,"TimeoutSeconds":"{% 10 %}","HeartbeatSeconds":"{% 2 + 3 %}","Credentials":{"RoleArn":"{% 'arn:aws:iam::123456789012:role/' & 'r' %}"},"Next":"F"},
              "F":{"Type":"Fail","Error":"{% 'E' & $string($states.input[1]) %}","Cause":"{% $states.input[0] %}"}}}
            """, """{"n":4}""");

        Assert.Equal("E2024-06-01T12:00:11.000Z: 2024-06-01T12:00:08.000Z", ran.Outcome);
        string scheduled = Assert.Single(ran.Details("LambdaFunctionScheduled"));
        Assert.Contains("\"timeoutInSeconds\":10,\"heartbeatInSeconds\":5", scheduled, StringComparison.Ordinal);
        Assert.Contains("{\"roleArn\":\"arn:aws:iam::123456789012:role/r\"}", scheduled, StringComparison.Ordinal);
    }

    /// <summary>L-023, L-076: both languages of one machine share its variables, through scopes too.</summary>
    [Fact]
    public async Task Variables_OfBothLanguages_AreTheSame()
    {
        Ran ran = await Ran.Of("""
            {"StartAt":"A","States":{
              "A":{"Type":"Pass","Assign":{"order.$":"$.order"},"Next":"B"},
              "B":{"Type":"Pass","QueryLanguage":"JSONata","Assign":{"total":"{% $sum($order.lines.price) %}"},"Next":"M"},
              "M":{"Type":"Map","ItemsPath":"$order.lines","ItemProcessor":{"StartAt":"I","States":{
                "I":{"Type":"Pass","QueryLanguage":"JSONata","Assign":{"share":"{% $states.input.price / $total %}"},"Next":"J"},
                "J":{"Type":"Pass","Parameters":{"share.$":"$share","of.$":"$total"},"End":true}}},"End":true}}}
            """, """{"order":{"lines":[{"price":1},{"price":3}]}}""");

        Assert.Equal("""[{"share":0.25,"of":4},{"share":0.75,"of":4}]""", ran.Outcome);
    }

    /// <summary>States hand on JSON: what an expression marked as an array to be kept is an array like any other to the next.</summary>
    [Fact]
    public async Task Result_OfAnExpression_IsPlainJsonToTheNext()
    {
        Ran ran = await Ran.Of("""
            {"QueryLanguage":"JSONata","StartAt":"A","States":{
              "A":{"Type":"Pass","Assign":{"top":"{% $states.input.l[x > 1][] %}","deep":"{% {'a': $states.input.l[x > 1].x[]} %}"},"Next":"B"},
              "B":{"Type":"Pass","Output":{"top":"{% $top %}","x":"{% $top.x %}","deep":"{% $deep.a %}"},"End":true}}}
            """, """{"l":[{"x":1},{"x":2}]}""");

        Assert.Equal("""{"top":[{"x":2}],"x":2,"deep":[2]}""", ran.Outcome);
    }

    /// <summary>L-447: numbers as JavaScript writes them.</summary>
    [Fact]
    public async Task Numbers_OfExpressions_AreWrittenAsInJavaScript()
    {
        Ran ran = await Ran.Of("""
            {"QueryLanguage":"JSONata","StartAt":"A","States":{"A":{"Type":"Pass","Output":["{% 0.1 + 0.2 %}","{% 10 / 2 %}","{% -0 %}","{% -$states.input %}","{% 123456789012345678 %}","{% 1e21 %}"],"End":true}}}
            """, "0");

        Assert.Equal("[0.30000000000000004,5,0,0,123456789012345680,1e+21]", ran.Outcome);
    }

    /// <summary>Names that C# or the emitted code has for itself are variables like others.</summary>
    [Fact]
    public async Task Variables_WithNamesOfTheCode_AreKeptApart()
    {
        Ran ran = await Ran.Of("""
            {"QueryLanguage":"JSONata","StartAt":"A","States":{
              "A":{"Type":"Pass","Assign":{"input":1,"data":2,"class":3,"evaluation":4,"Class":5,"fault":6,"_retry0":7,"größe":8,"error":9,"sum":10,"Keys":11,"Items":12,"arguments":13,"JsonValue":14},"Next":"B"},
              "B":{«Task»,"Retry":[{"ErrorEquals":["x"]}],"Arguments":"{% [$input, $data, $class, $evaluation, $Class, $fault, $_retry0, $größe, $error, $sum, $Keys, $Items, $arguments, $JsonValue, $states.input] %}","End":true}}}
            """, "0");

        Assert.Equal("[1,2,3,4,5,6,7,8,9,10,11,12,13,14,0]", ran.Outcome);
    }
}
