using Compiled;
using Compiled.Tasks;
using Compiled.TestState;
using Compiled.Values;

namespace TestState.Tests;

/// <summary>What a test shows of its state's steps. FEATURES M-025, M-026, T-114.</summary>
public sealed class InspectionTests
{
    [Theory]
    [InlineData(
        """{"Type":"Task","Resource":"arn:aws:lambda:us-east-1:123456789012:function:send","InputPath":"$.in","Parameters":{"Q.$":"$.q"},"ResultSelector":{"id.$":"$.MessageId"},"ResultPath":"$.sent","OutputPath":"$.sent","End":true}""",
        """{"MessageId":"m"}""",
        """{"input":{"in":{"q":1}},"afterInputPath":{"q":1},"afterParameters":{"Q":1},"result":{"MessageId":"m"},"afterResultSelector":{"id":"m"},"afterResultPath":{"in":{"q":1},"sent":{"id":"m"}}}""")]
    [InlineData(
        """{"Type":"Task","QueryLanguage":"JSONata","Resource":"arn:aws:lambda:us-east-1:123456789012:function:send","Arguments":{"Q":"{% $states.input.in.q %}"},"Output":"{% $states.result.MessageId %}","End":true}""",
        """{"MessageId":"m"}""",
        """{"input":{"in":{"q":1}},"afterArguments":{"Q":1},"result":{"MessageId":"m"}}""")]
    [InlineData(
        """{"Type":"Parallel","InputPath":"$.in","ResultPath":"$.r","Branches":[{"StartAt":"X","States":{"X":{"Type":"Pass","End":true}}}],"End":true}""",
        "[2]",
        """{"input":{"in":{"q":1}},"afterResultSelector":[2],"afterResultPath":{"in":{"q":1},"r":[2]}}""")]
    [InlineData(
        """{"Type":"Parallel","QueryLanguage":"JSONata","Arguments":"{% $states.input.in %}","Branches":[{"StartAt":"X","States":{"X":{"Type":"Pass","End":true}}}],"End":true}""",
        "[2]",
        """{"input":{"in":{"q":1}}}""")]
    public async Task Steps_OfMockedWork_AreThoseOfTheState(string definition, string mock, string expected)
    {
        StateTestResult result = await Tested.RunAsync(definition, """{"in":{"q":1}}""", mock, level: InspectionLevel.Debug);

        Assert.Equal(expected, Tested.ShowInspection(result));
    }

    [Fact]
    public async Task Steps_AtInfo_AreNotShown() => Assert.Null((await Tested.RunAsync("""{"Type":"Pass","End":true}""")).InspectionData);

    [Fact]
    public async Task Steps_OfAStateThatFails_EndWhereItFails()
    {
        StateTestResult result = await Tested.RunAsync(
            """{"Type":"Task","Resource":"arn:aws:lambda:us-east-1:123456789012:function:send","InputPath":"$.in","Parameters":{"Q.$":"$.absent"},"End":true}""", """{"in":{}}""", "{}", level: InspectionLevel.Trace);

        Assert.Equal("""{"input":{"in":{}},"afterInputPath":{}}""", Tested.ShowInspection(result));
        Assert.Equal("States.Runtime", result.Error);
    }

    [Fact]
    public async Task InlineMap_WithASelector_ShowsTheInputsOfItsIterations()
    {
        StateTestResult result = await Tested.RunAsync(
            """
            {"Type":"Map","ItemsPath":"$.list","MaxConcurrency":2,"ItemSelector":{"n.$":"$$.Map.Item.Index","v.$":"$$.Map.Item.Value"},
             "ItemProcessor":{"StartAt":"X","States":{"X":{"Type":"Pass","End":true}}},"End":true}
            """,
            """{"list":["a","b"]}""", "[1,2]", level: InspectionLevel.Debug);

        Assert.Equal(
            """{"input":{"list":["a","b"]},"afterInputPath":{"list":["a","b"]},"afterResultSelector":[1,2],"afterResultPath":[1,2],"afterItemsPath":["a","b"],"afterItemSelector":[{"n":0,"v":"a"},{"n":1,"v":"b"}],"maxConcurrency":2}""",
            Tested.ShowInspection(result));
    }

    [Fact]
    public async Task DistributedMap_WithReaderAndBatcher_ShowsItsBatches()
    {
        StateTestRequest request = new()
        {
            Definition = """
                {"Type":"Map","ItemReader":{"Resource":"arn:aws:states:::s3:getObject","ReaderConfig":{"InputType":"CSV","CSVHeaderLocation":"FIRST_ROW"},"Parameters":{"Bucket":"b","Key":"k"}},
                 "ItemSelector":{"id.$":"$$.Map.Item.Value.id"},"ItemBatcher":{"MaxItemsPerBatch":2},"ToleratedFailurePercentage":50,
                 "ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},"StartAt":"X","States":{"X":{"Type":"Pass","End":true}}},"End":true}
                """,
            Mock = new StateTestMock { Result = "[]" },
            Configuration = new StateTestConfiguration { MapItemReaderData = "id,name\n1,a\n2,b\n3,c\n" },
            InspectionLevel = InspectionLevel.Debug,
        };

        Assert.Equal(
            """{"input":{},"afterInputPath":{},"afterResultSelector":[],"afterResultPath":[],"afterItemSelector":[{"id":"1"},{"id":"2"},{"id":"3"}],"afterItemBatcher":[{"Items":[{"id":"1"},{"id":"2"}]},{"Items":[{"id":"3"}]}],"toleratedFailurePercentage":50.0,"maxConcurrency":0}""",
            Tested.ShowInspection(await Tested.RunAsync(request)));
    }

    [Fact]
    public async Task DistributedMap_WithAnItemsPointer_ShowsWhatItLeadsTo()
    {
        StateTestRequest request = new()
        {
            Definition = """
                {"Type":"Map","ItemReader":{"Resource":"arn:aws:states:::s3:getObject","ReaderConfig":{"InputType":"JSON","ItemsPointer":"/a"},"Parameters":{"Bucket":"b","Key":"k"}},
                 "ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},"StartAt":"X","States":{"X":{"Type":"Pass","End":true}}},"End":true}
                """,
            Mock = new StateTestMock { Result = "[]" },
            Configuration = new StateTestConfiguration { MapItemReaderData = """{"a":[7,8]}""" },
            InspectionLevel = InspectionLevel.Debug,
        };

        Assert.Equal("[7,8]", (await Tested.RunAsync(request)).InspectionData!.AfterItemsPointer.ToString());
    }

    [Fact]
    public async Task Variables_GivenAndAssigned_AreShownTogether()
    {
        StateTestRequest request = new()
        {
            Definition = """{"Type":"Pass","QueryLanguage":"JSONata","Assign":{"sum":"{% $a + $count($list) %}"},"Output":"{% $text %}","End":true}""",
            Variables = """{"a":1,"list":[2],"text":"{% 1 %}"}""",
            InspectionLevel = InspectionLevel.Debug,
        };

        StateTestResult result = await Tested.RunAsync(request);

        Assert.Equal("""SUCCEEDED "{% 1 %}" """.Trim(), Tested.Show(result));
        Assert.Equal("""{"a":1,"list":[2],"text":"{% 1 %}","sum":2}""", result.InspectionData!.Variables.ToString());
    }

    [Fact]
    public async Task HttpTask_AtTrace_ShowsWhatItsHandlerSentAndReceived()
    {
        StateTestRequest request = new()
        {
            Definition = """{"Type":"Task","Resource":"arn:aws:states:::http:invoke","Parameters":{"ApiEndpoint":"https://example.com/a","Method":"GET","Authentication":{"ConnectionArn":"arn:aws:events:us-east-1:123456789012:connection/c/1"}},"End":true}""",
            RoleArn = Tested.Role,
            RevealSecrets = true,
            InspectionLevel = InspectionLevel.Trace,
        };
        Handler http = new(static (_, context, _) =>
        {
            IHttpTrace trace = context.Options.HttpTrace!;
            trace.Sent(new HttpTaskRequest("https", "GET", "https://example.com/a", trace.RevealsSecrets ? "[Authorization: secret]" : "[]", null));
            trace.Received(new HttpTaskResponse("https", "200", "OK", "[]", "{}"));
            return ValueTask.FromResult(JsonValue.EmptyObject);
        });

        StateTestResult result = await Tested.RunAsync(request, http);
        StateTestResult atDebug = await Tested.RunAsync(request with { InspectionLevel = InspectionLevel.Debug }, new Handler(static (_, context, _) =>
            ValueTask.FromResult<JsonValue>(context.Options.HttpTrace is null)));

        Assert.Equal(new HttpTaskRequest("https", "GET", "https://example.com/a", "[Authorization: secret]", null), result.InspectionData!.Request);
        Assert.Equal(new HttpTaskResponse("https", "200", "OK", "[]", "{}"), result.InspectionData.Response);
        Assert.Equal("SUCCEEDED true", Tested.Show(atDebug));
    }
}
