using Compiled.Language.Binding;
using Compiled.Language.Expressions;
using static Compiled.Language.Tests.Binding.FaultAssert;

namespace Compiled.Language.Tests.States;

/// <summary>What Parallel and Map bind to. FEATURES A13, A14, A15.</summary>
public sealed class ContainerStateTests
{
    private const string Processor = """{"StartAt":"I","States":{"I":{"Type":"Succeed"}}}""";

    [Fact]
    public void Parallel_Branches_AreFlowsInOrder()
    {
        Machine machine = Machine(
            """
            {"StartAt":"P","States":{
              "P":{"Type":"Parallel","Parameters":{"a.$":"$.a"},"ResultSelector":{"b.$":"$[0]"},"ResultPath":"$.r","Next":"Z","Branches":[
                {"Comment":"first","StartAt":"B2","States":{"B1":{"Type":"Succeed"},"B2":{"Type":"Pass","Next":"B1"}}},
                {"StartAt":"C","States":{"C":{"Type":"Succeed"}}}]},
              "Z":{"Type":"Succeed"}}}
            """);

        ParallelState parallel = Assert.IsType<ParallelState>(machine.Flow.Start);
        Assert.Equal(["P", "B1", "B2", "C", "Z"], machine.States.Select(state => state.Name));
        Assert.Equal(Enumerable.Range(0, 5), machine.States.Select(state => state.Index));
        Assert.Equal([(0, 0, null), (1, 0, "P"), (2, 1, "P")], machine.Flows.Select(flow => (flow.Index, flow.BranchIndex, flow.Owner?.Name)));
        Assert.Equal(parallel.Branches, machine.Flows.Skip(1));
        Assert.Equal(("first", "B2", "B1,B2"), (parallel.Branches[0].Comment, parallel.Branches[0].Start.Name, string.Join(",", parallel.Branches[0].States.Select(state => state.Name))));
        Assert.Equal(("$.r", "Z"), (parallel.ResultPath.Path!.Text, parallel.Next!.Name));
        Assert.IsType<ObjectTemplate>(parallel.Parameters);
        Assert.IsType<ObjectTemplate>(parallel.ResultSelector);
    }

    [Theory]
    [InlineData("ItemProcessor", "ItemSelector")]
    [InlineData("Iterator", "Parameters")]
    public void Map_NewAndOldNames_BindAlike(string processor, string selector)
    {
        MapState map = Assert.IsType<MapState>(Machine(OneState(
            $$"""{"Type":"Map","ItemsPath":"$.i","{{selector}}":{"v.$":"$$.Map.Item.Value"},"MaxConcurrency":3,"End":true,"{{processor}}":""" + Processor + "}")).States[0]);

        Assert.Equal(("$.i", 3, "I", false), (map.ItemsPath!.Text, map.MaxConcurrency, map.Processor.Start.Name, map.IsDistributed));
        Assert.IsType<ObjectTemplate>(map.ItemSelector);
        Assert.Same(map, map.Processor.Owner);
    }

    [Fact]
    public void Map_Distributed_BindsItsSettings()
    {
        Machine machine = Machine(OneState(
            """
            {"Type":"Map","End":true,"Label":"Run-1","ToleratedFailureCount":1,"ToleratedFailurePercentage":0.5,
             "ItemReader":{"Resource":"arn:aws:states:::s3:getObject","ReaderConfig":{"InputType":"CSV","CSVHeaderLocation":"FIRST_ROW","MaxItems":0},"Parameters":{"Bucket":"b","Key.$":"$.k"}},
             "ItemBatcher":{"MaxItemsPerBatch":10,"BatchInput":{"a.$":"$.a"}},
             "ResultWriter":{"Resource":"arn:aws:states:::s3:putObject","Parameters":{"Bucket":"b"}},
             "ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"EXPRESS"},"StartAt":"I","States":{"I":{"Type":"Succeed"}}}}
            """));

        MapState map = Assert.IsType<MapState>(machine.States[0]);
        Assert.True(map.IsDistributed && machine.UsesDistributedMap);
        Assert.Equal(("EXPRESS", "Run-1", 1, 0.5), (map.ExecutionType, map.Label, map.ToleratedFailureCount, map.ToleratedFailurePercentage));
        Assert.NotNull(map.ItemReader);
        Assert.NotNull(map.ItemBatcher);
        Assert.NotNull(map.ResultWriter);
    }

    [Theory]
    [InlineData("[1,\"{% 2 %}\"]", typeof(ArrayTemplate))]
    [InlineData("\"{% $states.input %}\"", typeof(JsonataTemplate))]
    [InlineData("[1,2]", typeof(LiteralTemplate))]
    public void Map_JsonataItems_AreATemplate(string items, Type expected)
    {
        MapState map = Assert.IsType<MapState>(Machine(OneState(
            "{\"Type\":\"Map\",\"QueryLanguage\":\"JSONata\",\"Items\":" + items + ",\"MaxConcurrency\":\"{% 1 %}\",\"ToleratedFailureCount\":\"{% 2 %}\",\"ToleratedFailurePercentage\":\"{% 3 %}\",\"End\":true,\"ItemProcessor\":" + Processor + "}")).States[0]);

        Assert.IsType(expected, map.Items);
        Assert.Equal(
            (" 1 ", " 2 ", " 3 "),
            (map.MaxConcurrencyExpression!.Expression, map.ToleratedFailureCountExpression!.Expression, map.ToleratedFailurePercentageExpression!.Expression));
    }
}
