namespace Compiled.Graph.Layout;

/// <summary>One flow on its way from nodes and edges to places in rows; each step of the layout fills in one more part.</summary>
internal sealed class LayeredGraph
{
    private readonly GraphDirection _direction;

    private LayeredGraph(GraphDirection direction) => _direction = direction;

    public List<Vertex> Vertices { get; } = [];

    public List<Route> Routes { get; } = [];

    /// <summary>The rows from the top, each from the left; filled by <see cref="ChainBuilder"/>, put in order by <see cref="CrossingReduction"/>.</summary>
    public List<List<Vertex>> Ranks { get; } = [];

    /// <summary>The graph of a flow, with the boxes of its nodes in their order.</summary>
    public static LayeredGraph Of(GraphFlow flow, IReadOnlyList<NodeBox> boxes, GraphDirection direction)
    {
        var graph = new LayeredGraph(direction);
        var byId = new Dictionary<string, Vertex>(StringComparer.Ordinal);
        foreach (NodeBox box in boxes)
        {
            byId.Add(box.Node.Id, graph.AddSized(route: null, box, box.Width, box.Height));
        }

        // Linq's GroupBy keeps the order in which keys are first seen.
        foreach (var group in flow.Edges.GroupBy(edge => (edge.From, edge.To, IsCatch: edge.Kind == GraphEdgeKind.Catch)))
        {
            GraphEdge[] edges = [.. group];
            graph.Routes.Add(new Route(byId[group.Key.From], byId[group.Key.To], edges, EdgeLabel.Of(edges)));
        }

        return graph;
    }

    public Vertex AddBend(Route route, EdgeLabel? label) =>
        AddSized(route, null, label?.Width ?? 0, label?.Height ?? 0);

    /// <summary>The row the vertex belongs to; the rows up to it are made where they are missing.</summary>
    public List<Vertex> RankOf(Vertex vertex)
    {
        while (Ranks.Count <= vertex.Rank)
        {
            Ranks.Add([]);
        }

        return Ranks[vertex.Rank];
    }

    /// <summary>How far left and right vertices at one horizontal place can move together before they come too near to a neighbour.</summary>
    public (double Least, double Most) RoomOf(List<Vertex> line)
    {
        double least = double.NegativeInfinity;
        double most = double.PositiveInfinity;
        foreach (Vertex vertex in line)
        {
            List<Vertex> rank = Ranks[vertex.Rank];
            if (vertex.Order > 0)
            {
                Vertex left = rank[vertex.Order - 1];
                least = Math.Max(least, left.X + Spacing.Between(left, vertex));
            }

            if (vertex.Order + 1 < rank.Count)
            {
                Vertex right = rank[vertex.Order + 1];
                most = Math.Min(most, right.X - Spacing.Between(vertex, right));
            }
        }

        // Places are rounded to whole pixels, so there may be a pixel less than the room needed.
        return least <= most ? (least, most) : (line[0].X, line[0].X);
    }

    private Vertex Add(Vertex vertex)
    {
        Vertices.Add(vertex);
        return vertex;
    }

    // A flow that runs to the right is laid out downwards and then turned, so that its boxes and labels lie on their sides here.
    private Vertex AddSized(Route? route, NodeBox? box, double width, double height)
    {
        (width, height) = _direction == GraphDirection.Right ? (height, width) : (width, height);
        return Add(route is null
            ? new Vertex(Vertices.Count, box, width, height)
            : new Vertex(Vertices.Count, box, width, height) { IsCatch = route.IsCatch, Weight = route.Weight });
    }
}
