namespace Compiled.Graph.Svg;

/// <summary>What one execution did, as the drawing asks for it.</summary>
internal sealed class Overlay
{
    private readonly IReadOnlyDictionary<string, StateOutcome> _visited;
    private readonly IReadOnlySet<(string From, string To)>? _transitions;
    private readonly Dictionary<string, GraphNode> _nodes = new(StringComparer.Ordinal);

    private readonly IReadOnlyDictionary<string, string>? _notes;

    public Overlay(MachineGraph graph, SvgOptions options)
    {
        _visited = options.Visited!;
        _transitions = options.Transitions;
        _notes = options.Notes;
        AddNodes(graph.Flow);
    }

    /// <summary>The outcomes that occur in the drawing, in the order of their declaration.</summary>
    public IEnumerable<StateOutcome> Outcomes =>
        _nodes.Values.Select(OutcomeOf).OfType<StateOutcome>().Distinct().Order();

    /// <summary>Null for a state that was not reached, and for markers.</summary>
    public StateOutcome? OutcomeOf(GraphNode node) =>
        !node.IsMarker && _visited.TryGetValue(node.Name, out StateOutcome outcome) ? outcome : null;

    /// <summary>The text below the node's badge; null for none.</summary>
    public string? NoteOf(GraphNode node) => node.IsMarker ? null : _notes?.GetValueOrDefault(node.Name);

    /// <summary>Whether the execution went along the edge, or over the marker at one of its ends.</summary>
    public bool IsTaken(GraphEdge edge)
    {
        GraphNode from = _nodes[edge.From];
        GraphNode to = _nodes[edge.To];
        if (from.Kind == GraphNodeKind.Start)
        {
            return OutcomeOf(to) is not null;
        }

        if (to.Kind == GraphNodeKind.End)
        {
            return OutcomeOf(from) == StateOutcome.Succeeded;
        }

        return _transitions?.Contains((from.Name, to.Name))
            ?? (OutcomeOf(to) is not null
                && OutcomeOf(from) == (edge.Kind == GraphEdgeKind.Catch ? StateOutcome.Caught : StateOutcome.Succeeded));
    }

    private void AddNodes(GraphFlow flow)
    {
        foreach (GraphNode node in flow.Nodes)
        {
            _nodes[node.Id] = node;
            foreach (GraphFlow inner in node.Flows)
            {
                AddNodes(inner);
            }
        }
    }
}
