using Compiled.Graph;

namespace Graph.Tests;

// FEATURES V-002.
public class MachineGraphTests
{
    private readonly MachineGraph _graph = MachineGraph.From(Machines.Bind(Machines.Order));

    [Fact]
    public void Graph_OfAMachine_HasItsStatesBetweenMarkers() =>
        Assert.Equal(
            ["Start Start", "Choice Check", "Task Reserve", "Map Each", "Parallel Both", "Fail Refuse", "End End"],
            _graph.Flow.Nodes.Select(node => node.Kind + " " + node.Name));

    [Fact]
    public void Graph_OfAMachine_HasAnEdgeForEachTransition()
    {
        var names = _graph.Flow.Nodes.ToDictionary(node => node.Id, node => node.Name);
        Assert.Equal(
            [
                "Start>Check Next ", "Check>Reserve Choice $.total > 100", "Check>Reserve Choice $.gift is present",
                "Check>Refuse Default Default", "Reserve>Each Next ", "Reserve>Refuse Catch Catch: States.ALL",
                "Each>Both Next ", "Both>End Next ",
            ],
            _graph.Flow.Edges.Select(edge => $"{names[edge.From]}>{names[edge.To]} {edge.Kind} {edge.Label}"));
    }

    [Fact]
    public void Graph_OfParallelAndMap_FramesTheirFlows()
    {
        Assert.Equal(["Pick"], Inner("Each").Select(flow => flow.Nodes[1].Name));
        Assert.Equal(["Pack", "Bill"], Inner("Both").Select(flow => flow.Nodes[1].Name));
    }

    [Fact]
    public void Graph_Details_TellServiceItemsAndLength()
    {
        Assert.Equal("sqs sendMessage, for its token", Node("Reserve").Detail);
        Assert.Equal("each of $.items", Node("Each").Detail);
        Assert.Equal("2 min", Inner("Both")[0].Nodes[1].Detail);
        Assert.Equal("Refused", Node("Refuse").Detail);
    }

    [Fact]
    public void Graph_TerminalStates_AreMarked() =>
        Assert.Equal(["Both", "Refuse"], _graph.Flow.Nodes.Where(node => node.IsTerminal).Select(node => node.Name));

    [Fact]
    public void Graph_Title_IsTheCommentUnlessGiven()
    {
        Assert.Equal("An order", _graph.Title);
        Assert.Equal("Mine", MachineGraph.From(Machines.Bind(Machines.Order), "Mine").Title);
    }

    private GraphNode Node(string name) => _graph.Flow.Nodes.Single(node => node.Name == name);

    private IReadOnlyList<GraphFlow> Inner(string name) => Node(name).Flows;

    [Fact]
    public void Graph_OfJsonata_ShowsItsExpressions()
    {
        MachineGraph graph = MachineGraph.From(Machines.Bind("""
            {"QueryLanguage":"JSONata","StartAt":"A","States":{
              "A":{"Type":"Choice","Choices":[{"Condition":"{% $states.input.n > 1 %}","Next":"M"},{"Condition":true,"Next":"W"}]},
              "M":{"Type":"Map","Items":"{% $states.input.list %}","ItemProcessor":{"StartAt":"I","States":{"I":{"Type":"Succeed"}}},"Next":"W"},
              "W":{"Type":"Wait","Seconds":"{% $states.input.n %}","End":true}}}
            """));

        Assert.Equal(["", "", "each of $states.input.list", "$states.input.n s", ""], graph.Flow.Nodes.Select(node => node.Detail));
        Assert.Equal(["$states.input.n > 1", "always"], graph.Flow.Edges.Where(edge => edge.Kind == GraphEdgeKind.Choice).Select(edge => edge.Label));
    }
}
