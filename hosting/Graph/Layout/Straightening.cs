namespace Compiled.Graph.Layout;

/// <summary>Moves bends and nodes sideways, within the room their neighbours leave, where that takes out a corner.</summary>
internal static class Straightening
{
    private const int Rounds = 3;

    public static void Apply(LayeredGraph graph)
    {
        for (int round = 0; round < Rounds; round++)
        {
            foreach (Route route in graph.Routes)
            {
                if (!route.IsBack)
                {
                    StraightenRuns(graph, route);
                }
            }

            foreach (Vertex vertex in graph.Vertices.Where(vertex => vertex.IsNode))
            {
                MoveIntoLine(graph, vertex);
            }
        }
    }

    private static void StraightenRuns(LayeredGraph graph, Route route)
    {
        int start = 0;
        while (start < route.Chain.Count)
        {
            int end = start + 1;
            while (end < route.Chain.Count && route.Chain[end].X == route.Chain[start].X)
            {
                end++;
            }

            double before = start > 0 ? route.Chain[start - 1].X : route.From.X;
            double after = end < route.Chain.Count ? route.Chain[end].X : route.To.X;
            double here = route.Chain[start].X;
            if (here != before && here != after)
            {
                List<Vertex> run = route.Chain[start..end];
                (double least, double most) = graph.RoomOf(run);
                double? place = after >= least && after <= most ? after : before >= least && before <= most ? before : null;
                if (place is { } found)
                {
                    MoveTo(run, found);
                }
            }

            start = end;
        }
    }

    // With more than one neighbour on a side the node stands in their middle on purpose.
    private static void MoveIntoLine(LayeredGraph graph, Vertex vertex)
    {
        if (vertex.Above.Count > 1 || vertex.Below.Count > 1)
        {
            return;
        }

        double[] places = [.. vertex.Above.Concat(vertex.Below).Select(neighbour => neighbour.X)];
        if (places.Length > 0 && !places.Contains(vertex.X))
        {
            (double least, double most) = graph.RoomOf([vertex]);
            double place = places.FirstOrDefault(place => place >= least && place <= most, vertex.X);
            vertex.X = place;
        }
    }

    private static void MoveTo(List<Vertex> run, double place)
    {
        foreach (Vertex vertex in run)
        {
            vertex.X = place;
        }
    }
}
