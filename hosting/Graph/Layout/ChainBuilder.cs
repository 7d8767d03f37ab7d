namespace Compiled.Graph.Layout;

/// <summary>Puts a bend of its own into every rank that an edge passes, so that afterwards all neighbours are one rank apart.</summary>
internal static class ChainBuilder
{
    public static void Apply(LayeredGraph graph)
    {
        foreach (Route route in graph.Routes)
        {
            if (route.IsBack)
            {
                AddLane(graph, route);
            }
            else
            {
                AddBends(graph, route);
            }
        }

        foreach (Vertex vertex in graph.Vertices)
        {
            graph.RankOf(vertex).Add(vertex);
        }
    }

    private static void AddBends(LayeredGraph graph, Route route)
    {
        Vertex above = route.From;
        for (int rank = route.From.Rank + 1; rank < route.To.Rank; rank++)
        {
            // The label stands right below the node it leaves, where the eye looks for it.
            bool hasLabel = rank == route.From.Rank + 1 && route.Label is not null;
            Vertex bend = AddBend(graph, route, rank, hasLabel);
            Connect(above, bend);
            above = bend;
        }

        Connect(above, route.To);
    }

    // A loop leaves its last node downwards, turns, climbs in a lane beside all ranks from there to its head, turns, and enters
    // the head from above, so that every line enters at the top.
    private static void AddLane(LayeredGraph graph, Route route)
    {
        Vertex? below = null;
        for (int rank = route.From.Rank; rank >= route.To.Rank; rank--)
        {
            Vertex bend = AddBend(graph, route, rank, below is null && route.Label is not null);
            if (below is not null)
            {
                Connect(bend, below);
            }

            below = bend;
        }
    }

    private static Vertex AddBend(LayeredGraph graph, Route route, int rank, bool hasLabel)
    {
        Vertex bend = graph.AddBend(route, hasLabel ? route.Label : null);
        bend.Rank = rank;
        route.Chain.Add(bend);
        if (hasLabel)
        {
            route.LabelVertex = bend;
        }

        return bend;
    }

    private static void Connect(Vertex above, Vertex below)
    {
        above.Below.Add(below);
        below.Above.Add(above);
        above.PullBelow.Add(below);
        below.PullAbove.Add(above);
    }
}
