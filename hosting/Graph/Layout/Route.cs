namespace Compiled.Graph.Layout;

/// <summary>One line to draw: all edges of a like kind between the same two nodes, with their labels one below the other.</summary>
internal sealed class Route(Vertex from, Vertex to, IReadOnlyList<GraphEdge> edges, EdgeLabel? label)
{
    public Vertex From { get; } = from;

    public Vertex To { get; } = to;

    /// <summary>The edges it stands for, at least one; either all or none are of kind Catch.</summary>
    public IReadOnlyList<GraphEdge> Edges { get; } = edges;

    public EdgeLabel? Label { get; } = label;

    public bool IsCatch => Edges[0].Kind == GraphEdgeKind.Catch;

    /// <summary>How much it matters that this line is straight and not crossed.</summary>
    public int Weight => Edges[0].Kind switch
    {
        GraphEdgeKind.Next => 3,
        GraphEdgeKind.Catch => 1,
        _ => 2,
    };

    /// <summary>Whether it leads up or to where it starts, and so closes a loop.</summary>
    public bool IsBack { get; set; }

    /// <summary>The vertices between its ends in the order of travel: one in each rank passed; in a loop, the ends' ranks too.</summary>
    public List<Vertex> Chain { get; } = [];

    /// <summary>Of a loop, the points where it turns, while ranks are put in order; see <see cref="LoopTurns"/>.</summary>
    public List<Vertex> Turns { get; } = [];

    /// <summary>The vertex of the chain that the label stands on; null without a label.</summary>
    public Vertex? LabelVertex { get; set; }
}
