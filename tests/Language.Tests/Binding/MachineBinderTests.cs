using System.Text.Json.Nodes;
using Compiled.Language.Binding;
using static Compiled.Language.Tests.Binding.FaultAssert;

namespace Compiled.Language.Tests.Binding;

/// <summary>The machine as a whole: its own fields, its graph, and what it is known to use.</summary>
public sealed class MachineBinderTests
{
    [Fact]
    public void Machine_OwnFields_AreBound()
    {
        const string Text = """{"Comment":"c","Version":"1.0","TimeoutSeconds":60,"StartAt":"A","States":{"A":{"Type":"Succeed"}}}""";

        Machine machine = Machine(Text, MachineType.Express);

        Assert.Equal(
            ("c", 60, QueryLanguage.JsonPath, MachineType.Express, Text, "A"),
            (machine.Comment, machine.TimeoutSeconds, machine.QueryLanguage, machine.Type, machine.Text, machine.Flow.Start.Name));
        Assert.False(machine.UsesJsonata || machine.UsesVariables || machine.UsesDistributedMap || machine.Flow.HasLoop);
    }

    [Fact]
    public void Resources_AreDistinctInTextOrder() => Assert.Equal(
        ["${B}", "${A}"],
        Machine(
            """
            {"StartAt":"1","States":{
              "1":{"Type":"Task","Resource":"${B}","Next":"2"},"2":{"Type":"Task","Resource":"${A}","Next":"3"},"3":{"Type":"Task","Resource":"${B}","End":true}}}
            """).Resources);

    [Theory]
    [InlineData("/* why */", true)]
    [InlineData("// why\n", true)]
    [InlineData("\u00A0", true)]
    [InlineData("/* why", false)]
    [InlineData(",", false)]
    public void TextWithComments_IsJudgedAndNotRun(string added, bool isSound)
    {
        BoundMachine sound = MachineBinder.Bind("""{"StartAt":"A",#"States":{"A":{"Type":"Succeed"}}}""".Replace("#", added));
        BoundMachine faulty = MachineBinder.Bind("""{"StartAt":"B",#"States":{"A":{"Type":"Succeed"}}}""".Replace("#", added));

        Assert.Null(sound.Machine);
        Assert.Equal(isSound, sound.Sound is not null);
        Assert.All(sound.Faults, fault => Assert.Equal("ASL1001", fault.Id));
        Assert.Null(faulty.Sound);
        Assert.Equal(isSound, faulty.Faults.Any(fault => fault.Id == "ASL1101"));
    }

    [Fact]
    public void JsonataStates_AreThoseWithTheirOwnLanguage()
    {
        Machine machine = Machine(
            """{"StartAt":"A","States":{"A":{"Type":"Pass","Next":"B"},"B":{"Type":"Pass","QueryLanguage":"JSONata","End":true}}}""");

        Assert.True(machine.UsesJsonata);
        Assert.Equal(["B"], machine.JsonataStates.Select(state => state.Name));
    }

    [Theory]
    [InlineData("""{"Type":"Pass","InputPath":"$v.x","End":true}""")]
    [InlineData("""{"Type":"Pass","Parameters":{"a":[{"b.$":"$v"}]},"End":true}""")]
    [InlineData("""{"Type":"Pass","Parameters":{"a.$":"States.Format('{}', States.Array($v))"},"End":true}""")]
    [InlineData("""{"Type":"Pass","InputPath":"$.a[?(@.b == $v)]","End":true}""")]
    [InlineData("""{"Type":"Wait","SecondsPath":"$v","End":true}""")]
    [InlineData("""{"Type":"Fail","CausePath":"$v"}""")]
    public void UsesVariables_WhereverAPathReadsOne_IsTrue(string state) => Assert.True(Machine(OneState(state)).UsesVariables);

    [Fact]
    public void Graph_WithALoopAndAnIsland_IsKnown()
    {
        Machine machine = Machine(
            """
            {"StartAt":"Check","States":{
              "Wait":{"Type":"Wait","Seconds":1,"Next":"Check"},
              "Check":{"Type":"Task","Resource":"${F}","Next":"Done?","Catch":[{"ErrorEquals":["e"],"Next":"End"}]},
              "Done?":{"Type":"Choice","Choices":[{"Variable":"$.d","BooleanEquals":true,"Next":"End"}],"Default":"Wait"},
              "End":{"Type":"Succeed"},
              "Island":{"Type":"Pass","Next":"Island"}}}
            """);

        Assert.True(machine.Flow.HasLoop);
        Assert.Equal(["Wait", "Island"], machine.States.Where(state => state.IsLoopHead).Select(state => state.Name));
        Assert.Equal(["Island"], machine.States.Where(state => !state.IsReachable).Select(state => state.Name));
        Assert.Equal(["Done?", "End"], machine.Flow.Start.Successors.Select(state => state.Name));
    }

    [Fact]
    public void Graph_TransitionBackwardsInTheText_NeedNotBeALoop()
    {
        Machine machine = Machine("""{"StartAt":"B","States":{"A":{"Type":"Succeed"},"B":{"Type":"Pass","Next":"A"}}}""");

        Assert.False(machine.Flow.HasLoop);
        Assert.True(machine.States[0].IsLoopHead);
    }

    [Fact]
    public void Graph_LoopInsideABranch_IsTheBranchsOwn()
    {
        Machine machine = Machine(OneState(
            """
            {"Type":"Parallel","End":true,"Branches":[{"StartAt":"B","States":{
              "B":{"Type":"Choice","Choices":[{"Variable":"$.a","IsNull":true,"Next":"B"}],"Default":"C"},"C":{"Type":"Succeed"}}}]}
            """));

        Assert.Equal([false, true], machine.Flows.Select(flow => flow.HasLoop));
    }

    [Fact]
    public void Graph_ChainOfManyStates_DoesNotOverflow()
    {
        const int Count = 5_000;
        string states = string.Join(",", Enumerable.Range(0, Count - 1).Select(i => $$"""  "{{i}}":{"Type":"Pass","Next":"{{i + 1}}"}  """));

        Machine machine = Machine("{\"StartAt\":\"0\",\"States\":{" + states + $",\"{Count - 1}\":" + "{\"Type\":\"Succeed\"}}}");

        Assert.Equal(Count, machine.States.Count(state => state.IsReachable));
    }

    [Fact]
    public void DuplicateKey_OfAField_IsAWarningAndTheLastCounts()
    {
        BoundMachine bound = MachineBinder.Bind(OneState("""{"Type":"Pass","Comment":"a","Comment":"b","End":true}"""));

        Assert.Equal("duplicate-json-key", Assert.Single(bound.Faults).Kind);
        Assert.Equal("b", bound.Machine!.States[0].Comment);
    }

    [Fact]
    public void Bind_AnyPieceOfADefinition_NeverThrows()
    {
        // Every prefix, and every value of a rich definition replaced by each kind of JSON.
        const string Text =
            """
            {"QueryLanguage":"JSONPath","StartAt":"C","TimeoutSeconds":5,"States":{
              "C":{"Type":"Choice","Choices":[{"And":[{"Variable":"$.a","IsNull":true}],"Next":"M"},{"Not":{"Variable":"$.a","StringEquals":"x"},"Next":"P"}],"Default":"F"},
              "M":{"Type":"Map","ItemReader":{"Resource":"arn:aws:states:::s3:getObject","ReaderConfig":{"InputType":"CSV"}},"Label":"l","Next":"P",
                "ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"EXPRESS"},"StartAt":"W","States":{"W":{"Type":"Wait","Seconds":1,"End":true}}}},
              "P":{"Type":"Parallel","Branches":[{"StartAt":"T","States":{"T":{"Type":"Task","Resource":"${F}","Credentials":{"RoleArn":"r"},
                "Retry":[{"ErrorEquals":["States.ALL"],"MaxAttempts":1}],"Catch":[{"ErrorEquals":["a"],"Next":"U","ResultPath":null}],"Assign":{"v.$":"$.x"},"Next":"U"},"U":{"Type":"Succeed"}}}],"Next":"F"},
              "F":{"Type":"Fail","ErrorPath":"$.e","CausePath":"States.Format('{}', $.c)"}}}
            """;
        for (int length = 0; length <= Text.Length; length++)
            Assert.NotNull(MachineBinder.Bind(Text[..length]));
        var root = JsonNode.Parse(Text)!;
        foreach (string replacement in new[] { "null", "1", "-1.5", "true", "\"\"", "\"$\"", "\"{% 1 %}\"", "\"${x}\"", "[]", "[null]", "[[]]", "{}", "{\"a\":{}}" })
            Mutate(root, root, replacement);
    }

    private static void Mutate(JsonNode root, JsonNode? node, string replacement)
    {
        if (node is JsonObject fields)
        {
            foreach (string name in fields.Select(member => member.Key).ToArray())
            {
                JsonNode? saved = fields[name];
                fields[name] = JsonNode.Parse(replacement);
                Assert.NotNull(MachineBinder.Bind(root.ToJsonString()));
                fields[name] = saved;
                Mutate(root, saved, replacement);
            }
        }
        if (node is JsonArray items)
        {
            for (int i = 0; i < items.Count; i++)
            {
                JsonNode? saved = items[i];
                items[i] = JsonNode.Parse(replacement);
                Assert.NotNull(MachineBinder.Bind(root.ToJsonString()));
                items[i] = saved;
                Mutate(root, saved, replacement);
            }
        }
    }
}
