using Compiled.Language.Binding;
using Compiled.Language.Expressions;

namespace Compiled.Language.Tests.Binding.Shapes;

/// <summary>Shapes with and without what AWS is supposed to give.</summary>
public sealed class ShapeSourceTests
{
    private const string Machine = """
        {"StartAt":"A","States":{
          "A":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Parameters":{"FunctionName":"f"},"ResultPath":"$.r","Next":"B"},
          "B":{"Type":"Map","ItemBatcher":{"MaxItemsPerBatch":2,"BatchInput":{"x":1}},"ResultPath":"$.m","Next":"C","ItemProcessor":{
            "ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},"StartAt":"D","States":{"D":{"Type":"Succeed"}}}},
          "C":{"Type":"Succeed"}}}
        """;

    private static (Machine Machine, MachineShapes Shapes) Find(Func<TaskState, Shape>? resultOf)
    {
        Machine machine = MachineBinder.Bind(Machine).Machine!;
        return (machine, MachineShapes.Of(machine, resultOf));
    }

    private static State State(Machine machine, string name) => machine.States.Single(state => state.Name == name);

    [Fact]
    public void Shapes_WithoutASource_SupposeNothing()
    {
        (Machine machine, MachineShapes shapes) = Find(null);

        Assert.Equal(Shape.Unknown, shapes[machine.Flow].DataOf(State(machine, "A")).Result);
        Assert.Equal(Shape.Unknown, shapes[machine.Flow].DataOf(State(machine, "B")).Result);
        Assert.Equal(Shape.Unknown, shapes[State(machine, "D").Flow].Entry(State(machine, "D")));
    }

    [Fact]
    public void Shapes_WithASource_SupposeResultsAndBatches()
    {
        Shape result = Shape.Object([new ShapeMember("Payload", Shape.Unknown)]);
        (Machine machine, MachineShapes shapes) = Find(_ => result);

        Assert.Equal(result, shapes[machine.Flow].Entry(State(machine, "B")).Member("r").Present());
        Assert.Equal(IntrinsicKinds.Array, shapes[machine.Flow].Entry(State(machine, "C")).Member("m").Kinds);
        Assert.Equal(["Items", "BatchInput"], shapes[State(machine, "D").Flow].Entry(State(machine, "D")).Members.Select(member => member.Name));
    }

    [Fact]
    public void Condition_ThatDeploymentReplaces_IsFalseMeanwhile()
    {
        BoundMachine bound = MachineBinder.Bind("""{"QueryLanguage":"JSONata","StartAt":"A","States":{"A":{"Type":"Choice","Choices":[{"Condition":"${Flag}","Next":"B"}],"Default":"B"},"B":{"Type":"Succeed"}}}""");

        Assert.Equal("placeholder", Assert.Single(bound.Faults).Kind);
        Assert.False(Assert.IsType<JsonataCondition>(Assert.IsType<ChoiceState>(bound.Machine!.States[0]).Rules[0].Condition).Constant);
    }
}
