namespace Compiled.Graph.Layout;

/// <summary>Gives every node its row: as high as the edges into it allow, then down where that makes more edges shorter than longer.</summary>
internal static class RankAssignment
{
    // Between two rows of nodes lies one for labels and bends.
    private const int Step = 2;

    public static void Apply(LayeredGraph graph)
    {
        List<Route>[] incoming = [.. graph.Vertices.Select(_ => new List<Route>())];
        List<Route>[] outgoing = [.. graph.Vertices.Select(_ => new List<Route>())];
        foreach (Route route in graph.Routes.Where(route => !route.IsBack))
        {
            incoming[route.To.Index].Add(route);
            outgoing[route.From.Index].Add(route);
        }

        List<Vertex> order = TopologicalOrder(graph, incoming, outgoing);
        foreach (Vertex vertex in order)
        {
            vertex.Rank = incoming[vertex.Index].Select(route => route.From.Rank + Step).DefaultIfEmpty(0).Max();
        }

        // From the bottom up, so that a whole branch can slide down towards where it joins again.
        for (int i = order.Count - 1; i >= 0; i--)
        {
            Settle(order[i], incoming[order[i].Index], outgoing[order[i].Index]);
        }
    }

    private static void Settle(Vertex vertex, List<Route> incoming, List<Route> outgoing)
    {
        if (outgoing.Count > incoming.Count && incoming.Count > 0)
        {
            vertex.Rank = Math.Max(vertex.Rank, outgoing.Min(route => route.To.Rank) - Step);
        }
    }

    private static List<Vertex> TopologicalOrder(LayeredGraph graph, List<Route>[] incoming, List<Route>[] outgoing)
    {
        int[] open = [.. incoming.Select(routes => routes.Count)];
        var ready = new Queue<Vertex>(graph.Vertices.Where(vertex => open[vertex.Index] == 0));
        var order = new List<Vertex>(graph.Vertices.Count);
        while (ready.TryDequeue(out Vertex? vertex))
        {
            order.Add(vertex);
            foreach (Route route in outgoing[vertex.Index])
            {
                if (--open[route.To.Index] == 0)
                {
                    ready.Enqueue(route.To);
                }
            }
        }

        return order;
    }
}
