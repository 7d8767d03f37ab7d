using Compiled.Graph.Layout;

namespace Compiled.Graph.Svg;

/// <summary>Draws a laid-out flow: lines first, then boxes with the flows inside them, then the labels on top.</summary>
internal sealed class FlowDrawing(XmlText xml, Overlay? overlay, bool isInPage)
{
    private readonly NodeDrawing _nodes = new(xml, overlay, isInPage);
    private readonly EdgeDrawing _edges = new(xml);

    /// <summary>Draws the flow with its upper left corner at the given place.</summary>
    public void Draw(PlacedFlow flow, double left, double top)
    {
        // What the execution took lies over what it did not; OrderBy keeps the order of equals. In a page the order is always the same.
        (PlacedEdge Edge, string Class, string Key)[] edges =
        [
            .. flow.Edges.Select((edge, index) => (edge, ClassOf(edge), isInPage ? flow.Flow.Id + "_e" + XmlText.Number(index) : ""))
                .OrderBy(edge => !isInPage && IsTaken(edge.edge)),
        ];
        foreach ((PlacedEdge edge, string @class, string key) in edges)
        {
            _edges.DrawLine(edge, @class, key, left, top);
        }

        foreach (PlacedNode node in flow.Nodes)
        {
            _nodes.Draw(node, left + node.Left, top + node.Top, IsMarkerReached(flow, node));
            foreach (Lane lane in node.Box.Lanes)
            {
                Draw(lane.Flow, left + node.Left + lane.FlowLeft, top + node.Top + lane.FlowTop);
            }

            _nodes.Close();
        }

        foreach ((PlacedEdge edge, string @class, string key) in edges)
        {
            _edges.DrawLabel(edge, @class, key, left, top);
        }
    }

    private string ClassOf(PlacedEdge edge)
    {
        string kind = edge.Edges.All(part => part.Kind == GraphEdgeKind.Default) ? "default"
            : edge.Edges[0].Kind.ToString().ToLowerInvariant();
        return overlay is null ? "edge " + kind : IsTaken(edge) ? "edge taken " + kind : "edge missed " + kind;
    }

    private bool IsTaken(PlacedEdge edge) => overlay is not null && edge.Edges.Any(overlay.IsTaken);

    private bool IsMarkerReached(PlacedFlow flow, PlacedNode node) =>
        overlay is not null && node.Box.Node.IsMarker
        && flow.Edges.Any(edge => IsTaken(edge) && (edge.Edges[0].From == node.Box.Node.Id || edge.Edges[0].To == node.Box.Node.Id));
}
