namespace Compiled.Graph.Layout;

/// <summary>
/// Lays out one flow, and through its boxes the flows inside it, in ranks from top to bottom.
/// The steps are those of Sugiyama, Tagawa and Toda, "Methods for Visual Understanding of Hierarchical System Structures", 1981.
/// </summary>
internal static class FlowLayout
{
    private const double CrossingCost = 60;
    private const int MostVerticesForMoreStarts = 3000;
    private const double CornerCost = 20;

    // A mirrored picture often has a Choice's rules from right to left, so it must be better by more than a little.
    private const double MirroredFactor = 1.15;

    // Crossing reduction finds a good order, not the best; of four ways to begin, one often leads to a clearly better picture.
    private static readonly (bool Mirrored, bool UpFirst)[] s_moreStarts = [(false, true), (true, false), (true, true)];

    /// <summary>
    /// Lays a flow out. One that runs to the right is laid out downwards with its boxes lying on their sides, and then turned: ranks become columns.
    /// </summary>
    public static PlacedFlow Place(GraphFlow flow, GraphDirection direction = GraphDirection.Down, int depth = 0)
    {
        if (flow.Nodes.Count == 0)
        {
            return new PlacedFlow(flow, 0, 0, [], []);
        }

        // Boxes are measured once, since flows inside them are laid out for it.
        NodeBox[] boxes = [.. flow.Nodes.Select(node => NodeBox.Of(node, depth, direction))];
        LayeredGraph graph = Best(flow, boxes, direction);
        double width = MoveToLeftBorder(graph);
        var channels = new Channels(graph);
        double height = channels.SetHeights();
        var placed = new PlacedFlow(flow, width, height, [.. NodesOf(graph)], [.. EdgesOf(graph, channels)]);
        return direction == GraphDirection.Down ? placed : Turned(placed);
    }

    private static LayeredGraph Best(GraphFlow flow, NodeBox[] boxes, GraphDirection direction)
    {
        var best = Arrange(flow, boxes, direction, mirrored: false, upFirst: false);
        if (best.Crossings == 0 || best.Graph.Vertices.Count > MostVerticesForMoreStarts)
        {
            return best.Graph;
        }

        foreach ((bool mirrored, bool upFirst) in s_moreStarts)
        {
            var other = Arrange(flow, boxes, direction, mirrored, upFirst);
            best = CostOf(other) < CostOf(best) ? other : best;
        }

        return best.Graph;
    }

    private static (LayeredGraph Graph, long Crossings, bool Mirrored) Arrange(GraphFlow flow, NodeBox[] boxes, GraphDirection direction, bool mirrored, bool upFirst)
    {
        LayeredGraph graph = LayeredGraph.Of(flow, boxes, direction);
        CycleBreaking.Apply(graph);
        RankAssignment.Apply(graph);
        ChainBuilder.Apply(graph);
        LoopTurns turns = LoopTurns.AddTo(graph);
        long crossings = CrossingReduction.Apply(graph, mirrored, upFirst);
        turns.Remove();
        CoordinateAssignment.Apply(graph);
        Straightening.Apply(graph);
        Tightening.Apply(graph);
        Straightening.Apply(graph);
        return (graph, crossings, mirrored);
    }

    // In pixels of line: what a reader would rather follow sideways than have one crossing, or one corner, more.
    private static double CostOf((LayeredGraph Graph, long Crossings, bool Mirrored) arrangement)
    {
        double cost = arrangement.Crossings * CrossingCost;
        foreach (Route route in arrangement.Graph.Routes)
        {
            double x = route.From.X;
            foreach (Vertex next in (IEnumerable<Vertex>)[.. route.Chain, route.To])
            {
                cost += (route.Weight * Math.Abs(next.X - x)) + (next.X == x ? 0 : CornerCost);
                x = next.X;
            }
        }

        return arrangement.Mirrored ? cost * MirroredFactor : cost;
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

    private static PlacedFlow Turned(PlacedFlow flow) => new(
        flow.Flow, flow.Height, flow.Width, [.. flow.Nodes.Select(node => new PlacedNode(node.Box, node.Top, node.Left))],
        [.. flow.Edges.Select(edge => edge with { Points = [.. edge.Points.Select(Turned)], LabelMiddle = Turned(edge.LabelMiddle) })]);

    private static Point Turned(Point point) => new(point.Y, point.X);

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
