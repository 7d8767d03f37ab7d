namespace Compiled.Graph.Layout;

/// <summary>
/// Where edges touch a node: in the middle of its lower and upper side. Edges of Catch get a place of their own beside it where
/// other edges are there too, on the side to which they lead.
/// </summary>
internal sealed class Ports
{
    private const double MostOffset = 56;
    private readonly Dictionary<(Vertex Node, bool Leaving, bool IsCatch), double> _places = [];

    public Ports(LayeredGraph graph)
    {
        var leaving = graph.Routes.ToLookup(route => route.From);
        var entering = graph.Routes.ToLookup(route => route.To);
        foreach (Vertex node in graph.Vertices.Where(vertex => vertex.IsNode))
        {
            Set(node, isLeaving: true, [.. leaving[node]]);
            Set(node, isLeaving: false, [.. entering[node]]);
        }
    }

    public double Of(Vertex node, bool isLeaving, bool isCatch) => _places[(node, isLeaving, isCatch)];

    private void Set(Vertex node, bool isLeaving, Route[] routes)
    {
        double offset = 0;
        Route[] catches = [.. routes.Where(route => route.IsCatch)];
        if (catches.Length > 0 && catches.Length < routes.Length)
        {
            double wanted = Math.Round(Math.Min(MostOffset, node.Width * 0.27));
            double side = Mean(catches) - Mean([.. routes.Where(route => !route.IsCatch)]);
            offset = side >= 0 ? wanted : -wanted;
        }

        _places[(node, isLeaving, false)] = node.X;
        _places[(node, isLeaving, true)] = node.X + offset;

        double Mean(Route[] some) => some.Average(route => (isLeaving ? route.Chain[0] : route.Chain[^1]).X);
    }
}
