namespace Compiled.Graph.Layout;

/// <summary>A flow with every node and edge in its place; positions are pixels from the flow's upper left corner.</summary>
internal sealed record PlacedFlow(
    GraphFlow Flow, double Width, double Height, IReadOnlyList<PlacedNode> Nodes, IReadOnlyList<PlacedEdge> Edges);
