namespace Compiled.Graph.Layout;

/// <summary>A line from border to border in horizontal and vertical pieces, with the middle of its label.</summary>
internal sealed record PlacedEdge(
    IReadOnlyList<GraphEdge> Edges, IReadOnlyList<Point> Points, EdgeLabel? Label, Point LabelMiddle);
