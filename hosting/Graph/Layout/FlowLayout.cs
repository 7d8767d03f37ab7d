namespace Compiled.Graph.Layout;

/// <summary>
/// Lays out one flow, and through its boxes the flows inside it, in ranks from top to bottom.
/// The steps are those of Sugiyama, Tagawa and Toda, "Methods for Visual Understanding of Hierarchical System Structures", 1981.
/// </summary>
internal static class FlowLayout
{
    public static PlacedFlow Place(GraphFlow flow, int depth = 0)
    {
        if (flow.Nodes.Count == 0)
        {
            return new PlacedFlow(flow, 0, 0, [], []);
        }

        LayeredGraph graph = LayeredGraph.Of(flow, depth);
        CycleBreaking.Apply(graph);
        RankAssignment.Apply(graph);
        ChainBuilder.Apply(graph);
        CrossingReduction.Apply(graph);
        CoordinateAssignment.Apply(graph);
        Straightening.Apply(graph);
        Tightening.Apply(graph);
        Straightening.Apply(graph);
        double width = MoveToLeftBorder(graph);
        var channels = new Channels(graph);
        double height = channels.SetHeights();
        return new PlacedFlow(flow, width, height, [.. NodesOf(graph)], [.. EdgesOf(graph, channels)]);
    }

    private static double MoveToLeftBorder(LayeredGraph graph)
    {
        double left = graph.Vertices.Min(vertex => vertex.X - (vertex.Width / 2));
        double right = graph.Vertices.Max(vertex => vertex.X + (vertex.Width / 2));
        foreach (Vertex vertex in graph.Vertices)
        {
            vertex.X -= left;
        }

        return right - left;
    }

    private static IEnumerable<PlacedNode> NodesOf(LayeredGraph graph) =>
        from vertex in graph.Vertices
        where vertex.IsNode
        select new PlacedNode(vertex.Box!, vertex.X - (vertex.Width / 2), vertex.Top);

    private static IEnumerable<PlacedEdge> EdgesOf(LayeredGraph graph, Channels channels)
    {
        foreach (Route route in graph.Routes)
        {
            Point middle = route.LabelVertex is { } label ? new Point(label.X, label.Top + (label.Height / 2)) : default;
            yield return new PlacedEdge(route.Edges, channels.PointsOf(route), route.Label, middle);
        }
    }
}
