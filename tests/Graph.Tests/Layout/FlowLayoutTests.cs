using Compiled.Graph;
using Compiled.Graph.Layout;

namespace Graph.Tests.Layout;

// FEATURES V-002.
public class FlowLayoutTests
{
    public static TheoryData<int, int> Graphs()
    {
        var graphs = new TheoryData<int, int>();
        for (int seed = 1; seed <= 60; seed++)
        {
            graphs.Add(seed, 1 + (seed % 30));
        }

        return graphs;
    }

    [Theory]
    [MemberData(nameof(Graphs))]
    public void Layout_OfAnyGraph_HasNoFlaws(int seed, int states) =>
        Assert.Empty(LayoutFlaws.Of(FlowLayout.Place(RandomFlow.Graph(seed, states).Flow)));

    [Theory]
    [MemberData(nameof(Graphs))]
    public void LayoutToTheRight_OfAnyGraph_HasNoFlaws(int seed, int states) =>
        Assert.Empty(LayoutFlaws.Of(FlowLayout.Place(RandomFlow.Graph(seed, states).Flow, GraphDirection.Right), isToTheRight: true));

    [Fact]
    public void ChainToTheRight_OfStates_IsStraightAndWide()
    {
        PlacedFlow flow = FlowLayout.Place(Flow("A>B", "B>C", "C>D"), GraphDirection.Right);
        double[] middles = [.. flow.Nodes.Select(node => node.Top + (node.Box.Height / 2))];
        Assert.Single(middles.Distinct());
        Assert.All(flow.Edges, edge => Assert.Single(edge.Points.Select(point => point.Y).Distinct()));
        Assert.True(flow.Width > 4 * flow.Height);
    }

    [Theory]
    [InlineData(7, 40)]
    [InlineData(8, 80)]
    public void Layout_OfTheSameGraph_IsTheSame(int seed, int states) =>
        Assert.Equal(SvgWriter.Write(RandomFlow.Graph(seed, states)), SvgWriter.Write(RandomFlow.Graph(seed, states)));

    [Fact]
    public void Chain_OfStates_IsStraight()
    {
        PlacedFlow flow = FlowLayout.Place(Flow("A>B", "B>C", "C>D"));
        double[] middles = [.. flow.Nodes.Select(node => node.Left + (node.Box.Width / 2))];
        Assert.Single(middles.Distinct());
        Assert.All(flow.Edges, edge => Assert.Single(edge.Points.Select(point => point.X).Distinct()));
    }

    [Fact]
    public void MainWay_PastCatches_IsStraight()
    {
        PlacedFlow flow = FlowLayout.Place(Flow("A>B", "B>C", "C>D", "A!F", "B!F", "C!F"));
        double[] middles = [.. flow.Nodes.Where(node => node.Box.Node.Name != "F").Select(node => node.Left + (node.Box.Width / 2))];
        Assert.Single(middles.Distinct());
    }

    [Fact]
    public void Loop_ToItself_LeavesBelowAndEntersAbove()
    {
        PlacedFlow flow = FlowLayout.Place(Flow("A>B", "B!B"));
        PlacedEdge loop = flow.Edges.Single(edge => edge.Edges[0].Kind == GraphEdgeKind.Catch);
        Assert.True(loop.Points[0].Y > loop.Points[^1].Y);
        Assert.Empty(LayoutFlaws.Of(flow));
    }

    [Fact]
    public void Edges_OfRulesToOneState_AreOneLineWithBothLabels()
    {
        var flow = new GraphFlow("f",
            [new("a", GraphNodeKind.Choice, "A"), new("b", GraphNodeKind.Pass, "B")],
            [new("a", "b", GraphEdgeKind.Choice, "x = 1"), new("a", "b", GraphEdgeKind.Default, "Default")]);
        PlacedEdge edge = Assert.Single(FlowLayout.Place(flow).Edges);
        Assert.Equal(["x = 1", "or Default"], edge.Label!.Lines);
    }

    [Fact]
    public void State_NotReachable_IsDrawnToo()
    {
        var flow = new GraphFlow("f",
            [new("a", GraphNodeKind.Pass, "A"), new("b", GraphNodeKind.Pass, "B")],
            [new("b", "b", GraphEdgeKind.Next)]);
        PlacedFlow placed = FlowLayout.Place(flow);
        Assert.Equal(2, placed.Nodes.Count);
        Assert.Empty(LayoutFlaws.Of(placed));
    }

    [Fact]
    public void Flow_WithoutNodes_TakesNoRoom()
    {
        PlacedFlow placed = FlowLayout.Place(new GraphFlow("f", [], []));
        Assert.Equal((0, 0), (placed.Width, placed.Height));
    }

    [Fact]
    public void Flow_WithAnEdgeThatLeavesIt_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new GraphFlow("f", [], [new GraphEdge("a", "b", GraphEdgeKind.Next)]));

    // 'A>B' is Next, 'A!B' is Catch.
    private static GraphFlow Flow(params string[] edges)
    {
        string[] names = [.. edges.SelectMany(edge => new[] { edge[..1], edge[2..] }).Distinct()];
        return new GraphFlow("f",
            [.. names.Select(name => new GraphNode(name, GraphNodeKind.Task, name))],
            [.. edges.Select(edge => new GraphEdge(edge[..1], edge[2..],
                edge[1] == '!' ? GraphEdgeKind.Catch : GraphEdgeKind.Next, edge[1] == '!' ? "Catch: States.ALL" : ""))]);
    }
}
