namespace Compiled.Graph.Layout;

/// <summary>A place in the layered graph of one flow: a node, or a bend or label of an edge that passes through a rank.</summary>
internal sealed class Vertex(int index, NodeBox? box, double width, double height)
{
    /// <summary>The position in <see cref="LayeredGraph.Vertices"/>; the last resort of every comparison, so that output is stable.</summary>
    public int Index { get; } = index;

    /// <summary>The node that stands here; null where only an edge passes.</summary>
    public NodeBox? Box { get; } = box;

    public double Width { get; } = width;

    public double Height { get; } = height;

    /// <summary>The row, from 0 at the top. Nodes stand in even rows, labels of edges that lead down in odd ones.</summary>
    public int Rank { get; set; }

    /// <summary>The place in the row, from 0 at the left.</summary>
    public int Order { get; set; }

    /// <summary>The middle, in pixels from the flow's left edge.</summary>
    public double X { get; set; }

    /// <summary>The upper edge, in pixels from the flow's upper edge.</summary>
    public double Top { get; set; }

    /// <summary>The neighbours in the row above, in the order in which the edges were made.</summary>
    public List<Vertex> Above { get; } = [];

    /// <summary>The neighbours in the row below, likewise.</summary>
    public List<Vertex> Below { get; } = [];

    /// <summary>What the order in the row looks at: <see cref="Above"/>, and where a loop turns, the point of the turn.</summary>
    public List<Vertex> PullAbove { get; } = [];

    /// <summary>As <see cref="PullAbove"/>, below.</summary>
    public List<Vertex> PullBelow { get; } = [];

    /// <summary>Whether an edge of Catch passes here.</summary>
    public bool IsCatch { get; init; }

    /// <summary>How much it matters that the edge through this bend is not crossed: most on the way without choices and errors.</summary>
    public int Weight { get; init; } = 2;

    public bool IsNode => Box is not null;
}
