using System.Text.Json;
using Compiled.Compilation;
using Compiled.Testing;
using Compiled.Values;

namespace Compiled.Generator.Tests.Emit;

/// <summary>Distributed Maps as they are emitted, in both query languages. FEATURES A15.</summary>
public sealed class MapRunTests
{
    /// <summary>L-078: a child sees nothing of the variables around it; its own are fresh. L-284: the selector sees them all.</summary>
    [Fact]
    public async Task Child_SeesNoVariables_AndTheSelectorDoes()
    {
        Ran ran = await Ran.Of("""
            {"StartAt":"A","States":{
              "A":{"Type":"Pass","Assign":{"x":7,"y":1},"Next":"M"},
              "M":{"Type":"Map","ItemSelector":{"x.$":"$x","all.$":"$.n","value.$":"$$.Map.Item.Value","key.$":"$$.Map.Item.Index"},"ItemsPath":"$.items","End":true,
                "ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},"StartAt":"B","States":{
                  "B":{"Type":"Pass","Assign":{"y.$":"$.value"},"Next":"C"},
                  "C":{"Type":"Pass","Parameters":{"in.$":"$","y.$":"$y"},"End":true}}}}}}
            """, """{"n":[9],"items":["a","b"]}""");

        Assert.Equal("""[{"in":{"x":7,"all":[9],"value":"a","key":0},"y":"a"},{"in":{"x":7,"all":[9],"value":"b","key":1},"y":"b"}]""", ran.Outcome);
    }

    /// <summary>L-098.</summary>
    [Fact]
    public async Task Child_Context_IsItsOwn()
    {
        Ran ran = await Ran.Of("""
            {"StartAt":"M","States":{"M":{"Type":"Map","Label":"L","End":true,"ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},"StartAt":"B","States":{
              "B":{"Type":"Pass","Parameters":{"id.$":"$$.Execution.Id","in.$":"$$.Execution.Input","machine.$":"$$.StateMachine.Name","arn.$":"$$.StateMachine.Id"},"End":true}}}}}}
            """, "[1]");

        JsonValue child = JsonValue.Parse(ran.Outcome)[0];
        Assert.Matches("^arn:aws:states:us-east-1:123456789012:execution:test/L:[0-9a-f-]{36}$", child.Get("id").AsString());
        Assert.Equal("""{"in":1,"machine":"test/L","arn":"arn:aws:states:us-east-1:123456789012:stateMachine:test/L"}""", child.Without("id").ToString());
    }

    /// <summary>L-301: without a label the Map has a UUID of its own, the same as long as the definition is.</summary>
    [Fact]
    public async Task Label_LeftOut_IsAUuidThatStays()
    {
        const string Definition = """
            {"StartAt":"M","States":{"M":{"Type":"Map","End":true,"ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},"StartAt":"B","States":{"B":{"Type":"Succeed"}}}}}}
            """;

        string first = (await Ran.Of(Definition, "[]")).Details("MapRunStarted")[0], second = (await Ran.Of(Definition, "[]")).Details("MapRunStarted")[0];

        Assert.Equal(first, second);
        Assert.Matches("mapRun:test/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\"", first);
    }

    /// <summary>L-303 to L-312, L-315: every setting read from paths and variables.</summary>
    [Fact]
    public async Task JsonPath_Settings_AreEvaluated()
    {
        MemoryObjectStore store = Store("""{"rows":[1,2,3,4,5,6,7]}""");

        Ran ran = await Ran.Of("""
            {"StartAt":"A","States":{
              "A":{"Type":"Pass","Assign":{"per":"2"},"Next":"M"},
              "M":{"Type":"Map","End":true,"MaxConcurrencyPath":"$.at","ToleratedFailureCountPath":"$.count","ToleratedFailurePercentagePath":"$.share","ItemsPath":"$.nowhere",
                "ItemReader":{"Resource":"arn:aws:states:::s3:getObject","Parameters":{"Bucket":"in","Key.$":"$.key"},"ReaderConfig":{"InputType":"JSON","ItemsPointer":"/rows","MaxItemsPath":"$.most"}},
                "ItemBatcher":{"MaxItemsPerBatchPath":"$per","MaxInputBytesPerBatchPath":"$.bytes","BatchInput":{"who.$":"$$.State.Name","n.$":"$.at"}},
                "ResultWriter":{"Resource":"arn:aws:states:::s3:putObject","Parameters":{"Bucket":"out","Prefix.$":"$.to"},"WriterConfig":{"Transformation":"COMPACT","OutputType":"JSONL"}},
                "ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"EXPRESS"},"StartAt":"B","States":{"B":{"Type":"Pass","End":true}}}}}}
            """, """{"key":"k","at":3,"count":1,"share":10.5,"most":5,"bytes":200,"to":"res"}""", store: store);

        Assert.Equal(["""{"length":0}"""], ran.Details("MapStateStarted"));
        Assert.Equal(
            "{\"BatchInput\":{\"who\":\"M\",\"n\":3},\"Items\":[1,2]}\n{\"BatchInput\":{\"who\":\"M\",\"n\":3},\"Items\":[3,4]}\n{\"BatchInput\":{\"who\":\"M\",\"n\":3},\"Items\":[5]}\n",
            Written(store, ran));
    }

    /// <summary>L-054: the same in JSONata.</summary>
    [Fact]
    public async Task Jsonata_Settings_AreEvaluated()
    {
        MemoryObjectStore store = Store("""{"rows":[1,2,3,4,5,6,7]}""");

        Ran ran = await Ran.Of("""
            {"QueryLanguage":"JSONata","StartAt":"A","States":{
              "A":{"Type":"Pass","Assign":{"per":2},"Next":"M"},
              "M":{"Type":"Map","End":true,"MaxConcurrency":"{% $states.input.at %}","ToleratedFailureCount":"{% $states.input.count %}","ToleratedFailurePercentage":"{% $states.input.share %}",
                "ItemReader":{"Resource":"arn:aws:states:::s3:getObject","Arguments":{"Bucket":"in","Key":"{% $states.input.key %}"},"ReaderConfig":{"InputType":"JSON","ItemsPointer":"/rows","MaxItems":"{% 2 + 3 %}"}},
                "ItemSelector":{"v":"{% $states.context.Map.Item.Value * 10 %}"},
                "ItemBatcher":{"MaxItemsPerBatch":"{% $per %}","MaxInputBytesPerBatch":"{% 200 %}","BatchInput":{"who":"{% $states.context.State.Name %}"}},
                "ResultWriter":{"Resource":"arn:aws:states:::s3:putObject","Arguments":"{% {'Bucket': 'out', 'Prefix': $states.input.to} %}","WriterConfig":{"Transformation":"COMPACT","OutputType":"JSONL"}},
                "ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},"StartAt":"B","States":{"B":{"Type":"Pass","Output":"{% $states.input.Items.v %}","End":true}}}}}}
            """, """{"key":"k","at":3,"count":1,"share":10.5,"to":"res"}""", store: store);

        Assert.Equal("[10,20]\n[30,40]\n50\n", Written(store, ran));
    }

    /// <summary>Items of a JSONata Map are an array or an object; anything else is an error of the state.</summary>
    [Theory]
    [InlineData("\"Items\":\"{% [1,2] %}\",", "{}", "[1,2]")]
    [InlineData("\"Items\":\"{% {'a':1} %}\",", "{}", """[{"Key":"a","Value":1}]""")]
    [InlineData("\"Items\":[1,\"{% 2 %}\"],", "{}", "[1,2]")]
    [InlineData("", "[3]", "[3]")]
    [InlineData("", """{"a":1}""", """[{"Key":"a","Value":1}]""")]
    [InlineData("", "7", "States.QueryEvaluationError: An error occurred while executing the state 'M' (entered at the event id #2). Map state input must be an array but was: 7")]
    public async Task Jsonata_Items_AreAnArrayOrAnObject(string items, string input, string expected)
    {
        Ran ran = await Ran.Of($$"""
            {"QueryLanguage":"JSONata","StartAt":"M","States":{"M":{"Type":"Map",{{items}}"End":true,"ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},"StartAt":"B","States":{"B":{"Type":"Succeed"} } } } } }
            """, input, allowsWarnings: true);

        Assert.Equal(expected, ran.Outcome);
    }

    /// <summary>L-314, L-308: a setting that is wrong ends the execution after the Map has started; a negative MaxItems ends the run.</summary>
    [Theory]
    [InlineData("\"ToleratedFailureCountPath\":\"$.x\"", "\"a\"", "States.Runtime: An error occurred while executing the state 'M' (entered at the event id #2). The ToleratedFailureCountPath field refers to value \"a\" which is not a valid integer: $.x", "ExecutionFailed<-3")]
    [InlineData("\"ToleratedFailurePercentagePath\":\"$.x\"", "101", "States.Runtime: An error occurred while executing the state 'M' (entered at the event id #2). ToleratedFailurePercentage must be between 0 and 100.", "ExecutionFailed<-3")]
    [InlineData("\"ItemBatcher\":{\"MaxItemsPerBatchPath\":\"$.x\"}", "0", "States.Runtime: An error occurred while executing the state 'M' (entered at the event id #2). The MaxItemsPerBatchPath field refers to value \"0\" which is not a valid integer: $.x", "ExecutionFailed<-3")]
    [InlineData("\"ItemReader\":{\"Resource\":\"arn:aws:states:::s3:getObject\",\"Parameters\":{\"Bucket\":\"b\",\"Key\":\"k\"},\"ReaderConfig\":{\"InputType\":\"JSON\",\"MaxItemsPath\":\"$.x\"}}", "-1", "States.ItemReaderFailed: field MaxItems must be positive", "ExecutionFailed<-6")]
    public async Task Setting_ThatIsWrong_EndsTheExecution(string field, string value, string outcome, string end)
    {
        Ran ran = await Ran.Of($$"""
            {"StartAt":"M","States":{"M":{"Type":"Map","ItemsPath":"$.items",{{field}},"End":true,"ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},"StartAt":"B","States":{"B":{"Type":"Succeed"} } } } } }
            """, $$"""{"items":[1],"x":{{value}}}""", allowsWarnings: true);

        Assert.Equal((outcome, end), (ran.Outcome, ran.Events[^1]));
    }

    /// <summary>L-290, X-105: a Map that is retried has another run; one whose run failed can be caught.</summary>
    [Fact]
    public async Task Retry_OfTheMap_RunsAnotherMapRun()
    {
        int calls = 0;
        Ran ran = await Ran.Of("""
            {"StartAt":"M","States":{
              "M":{"Type":"Map","Retry":[{"ErrorEquals":["States.ExceedToleratedFailureThreshold"],"MaxAttempts":1,"IntervalSeconds":1}],
                "Catch":[{"ErrorEquals":["States.ExceedToleratedFailureThreshold"],"ResultPath":"$.error","Next":"Z"}],"ItemsPath":"$.items","End":true,
                "ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},"StartAt":"B","States":{"B":{«Task»,"End":true}}}},
              "Z":{"Type":"Succeed"}}}
            """, """{"items":[1]}""", (_, _) => JsonValue.Failure(new Fault("Bad" + ++calls, null)));

        Assert.Equal("""{"items":[1],"error":{"Error":"States.ExceedToleratedFailureThreshold","Cause":"The specified tolerated failure threshold was exceeded"}}""", ran.Outcome);
        Assert.Equal(
            ["ExecutionStarted<-0", "MapStateEntered<-0", "MapStateStarted<-2", "MapRunStarted<-3", "MapRunFailed<-4", "MapStateStarted<-5", "MapRunStarted<-6", "MapRunFailed<-7", "MapStateFailed<-8", "MapStateExited<-9", "SucceedStateEntered<-10", "SucceedStateExited<-11", "ExecutionSucceeded<-12"],
            ran.Events);
        Assert.Equal(2, ran.Details("MapRunStarted").Distinct().Count());
    }

    /// <summary>X-100: a sibling that fails aborts the run.</summary>
    [Fact]
    public async Task Parallel_BranchThatFails_AbortsTheMapRun()
    {
        Ran ran = await Ran.Of("""
            {"StartAt":"P","States":{"P":{"Type":"Parallel","End":true,"Branches":[
              {"StartAt":"M","States":{"M":{"Type":"Map","End":true,"ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},"StartAt":"W","States":{"W":{"Type":"Wait","Seconds":100,"End":true}}}}}},
              {"StartAt":"V","States":{"V":{"Type":"Wait","Seconds":1,"Next":"F"},"F":{"Type":"Fail","Error":"E","Cause":"c"}}}]}}}
            """, "[1,2]");

        Assert.Equal("E: c", ran.Outcome);
        string[] kinds = [.. ran.Events.Select(each => each.Split('<')[0])];
        Assert.Equal(["MapRunAborted", "MapStateAborted", "ParallelStateFailed", "ExecutionFailed"], kinds[^4..]);
    }

    /// <summary>L-276 within L-300: a child has its own Retry and Catch, Waits on the same clock, and Maps of both kinds.</summary>
    [Fact]
    public async Task Child_WithMapsOfItsOwn_RunsThem()
    {
        int calls = 0;
        Ran ran = await Ran.Of("""
            {"StartAt":"M","States":{"M":{"Type":"Map","Label":"Outer","End":true,"ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},"StartAt":"I","States":{
              "I":{"Type":"Map","Next":"D","ItemProcessor":{"StartAt":"T","States":{"T":{«Task»,"Retry":[{"ErrorEquals":["Once"]}],"End":true}}}},
              "D":{"Type":"Map","Label":"Inner","End":true,"ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"EXPRESS"},"StartAt":"W","States":{
                "W":{"Type":"Wait","Seconds":60,"Next":"N"},
                "N":{"Type":"Pass","Parameters":{"v.$":"$","machine.$":"$$.StateMachine.Name"},"End":true}}}}}}}}}
            """, "[[1,2],[3]]", (_, input) => calls++ % 2 == 0 ? JsonValue.Failure(new Fault("Once", null)) : input);

        Assert.Equal("""[[{"v":1,"machine":"test/Inner"},{"v":2,"machine":"test/Inner"}],[{"v":3,"machine":"test/Inner"}]]""", ran.Outcome);
        Assert.Equal(["MapStateStarted", "MapRunStarted", "MapRunSucceeded", "MapStateSucceeded", "MapStateExited"], ran.Events.Skip(2).SkipLast(1).Select(each => each.Split('<')[0]));
    }

    /// <summary>The randomness of a selector is the item's: what the execution draws later is as if there were none.</summary>
    [Fact]
    public async Task Selector_Randomness_IsItsOwn()
    {
        const string Definition = """
            {"StartAt":"M","States":{
              "M":{"Type":"Map",SELECTOR"ItemsPath":"$","ResultPath":"$[0]","Next":"R","ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},"StartAt":"B","States":{"B":{"Type":"Pass","End":true}}}},
              "R":{"Type":"Pass","Parameters":{"map.$":"$[0]","uuid.$":"States.UUID()"},"End":true}}}
            """;

        JsonValue with = JsonValue.Parse((await Ran.Of(Definition.Replace("SELECTOR", "\"ItemSelector\":{\"id.$\":\"States.UUID()\"},", StringComparison.Ordinal), "[1,2]")).Outcome);
        JsonValue without = JsonValue.Parse((await Ran.Of(Definition.Replace("SELECTOR", "", StringComparison.Ordinal), "[1,2]")).Outcome);

        Assert.Equal(without.Get("uuid"), with.Get("uuid"));
        Assert.NotEqual(with.Get("map")[0], with.Get("map")[1]);
    }

    /// <summary>What there is no reader for, and what an inline Map can't have, is refused by name.</summary>
    [Theory]
    [InlineData("\"DISTRIBUTED\",\"ExecutionType\":\"STANDARD\"", "\"ItemReader\":{\"Resource\":\"arn:aws:states:::s3:getObject\",\"Parameters\":{\"Bucket\":\"b\",\"Key\":\"k\"},\"ReaderConfig\":{\"InputType\":\"PARQUET\"}}", "Map 'M' reads PARQUET, for which there is no reader; use CSV, JSON or JSONL.")]
    [InlineData("\"INLINE\"", "\"ItemBatcher\":{\"MaxItemsPerBatch\":2}", "'ItemBatcher' of Map 'M' belongs to distributed Maps, and the Map is inline; set 'Mode' to 'DISTRIBUTED' or remove it.")]
    public void Unsupported_Setting_IsRefused(string mode, string field, string message)
    {
        CompiledDefinition compiled = DefinitionCompiler.Compile(new DefinitionSource(
            $$$"""{"StartAt":"M","States":{"M":{"Type":"Map",{{{field}}},"End":true,"ItemProcessor":{"ProcessorConfig":{"Mode":{{{mode}}}},"StartAt":"B","States":{"B":{"Type":"Succeed"} } } } } }""", "test"));

        Assert.False(compiled.IsRunnable);
        Assert.Equal(["ASL1900 " + message], compiled.EmitterFaults.Select(fault => $"{fault.Id} {fault.Message}"));
    }

    private static MemoryObjectStore Store(string content)
    {
        MemoryObjectStore store = new();
        store.Put("in", "k", content);
        store.CreateBucket("out");
        return store;
    }

    private static string? Written(MemoryObjectStore store, Ran ran)
    {
        string manifest = JsonElement.Parse(ran.Outcome).GetProperty("ResultWriterDetails").GetProperty("Key").GetString()!;
        return store.GetText("out", manifest.Replace("manifest.json", "SUCCEEDED_0.jsonl", StringComparison.Ordinal));
    }
}
