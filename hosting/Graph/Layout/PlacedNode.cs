namespace Compiled.Graph.Layout;

/// <summary>A box with its upper left corner.</summary>
internal sealed record PlacedNode(NodeBox Box, double Left, double Top);
