namespace Compiled.Graph;

/// <summary>One transition between two nodes of the same flow.</summary>
/// <param name="From">The <see cref="GraphNode.Id"/> it leaves.</param>
/// <param name="To">The <see cref="GraphNode.Id"/> it leads to; may be <paramref name="From"/>.</param>
/// <param name="Kind">Why it is taken.</param>
/// <param name="Label">What stands beside it: a condition, <c>Default</c>, <c>Catch: ...</c>; empty for none.</param>
public sealed record GraphEdge(string From, string To, GraphEdgeKind Kind, string Label = "");
