namespace Compiled.Graph;

/// <summary>One flow: the machine's own, a branch of a Parallel, or the processor of a Map. No edge leaves a flow.</summary>
public sealed class GraphFlow
{
    /// <summary>Makes a flow of nodes and the edges between them.</summary>
    /// <exception cref="ArgumentException">An id stands twice, or an edge names an id that is not a node here.</exception>
    public GraphFlow(string id, IReadOnlyList<GraphNode> nodes, IReadOnlyList<GraphEdge> edges)
    {
        Id = id;
        Nodes = nodes;
        Edges = edges;
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (GraphNode node in nodes)
        {
            if (!ids.Add(node.Id))
            {
                throw new ArgumentException($"Two nodes of flow '{id}' have the id '{node.Id}'.", nameof(nodes));
            }
        }

        foreach (GraphEdge edge in edges)
        {
            if (!ids.Contains(edge.From) || !ids.Contains(edge.To))
            {
                throw new ArgumentException($"The edge '{edge.From}' to '{edge.To}' leaves flow '{id}'.", nameof(edges));
            }
        }
    }

    /// <summary>The id, unique in the graph.</summary>
    public string Id { get; }

    /// <summary>The start marker, the states in the definition's order, then the end marker if any state ends the flow.</summary>
    public IReadOnlyList<GraphNode> Nodes { get; }

    /// <summary>The edges, in the order of the states they leave; a Choice's in the order its rules are tried.</summary>
    public IReadOnlyList<GraphEdge> Edges { get; }
}
