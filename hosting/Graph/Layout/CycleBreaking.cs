namespace Compiled.Graph.Layout;

/// <summary>Finds the edges that close loops: those that a walk from the start, in the definition's order, sees lead back into its own path.</summary>
internal static class CycleBreaking
{
    private enum Visit
    {
        Fresh,
        OnPath,
        Done,
    }

    public static void Apply(LayeredGraph graph)
    {
        List<Route>[] outgoing = [.. graph.Vertices.Select(_ => new List<Route>())];
        foreach (Route route in graph.Routes)
        {
            outgoing[route.From.Index].Add(route);
        }

        var visits = new Visit[graph.Vertices.Count];
        foreach (Vertex vertex in graph.Vertices)
        {
            if (visits[vertex.Index] == Visit.Fresh)
            {
                Walk(vertex, outgoing, visits);
            }
        }
    }

    // Keeps its own stack, since a chain of states may be longer than the thread's stack allows.
    private static void Walk(Vertex root, List<Route>[] outgoing, Visit[] visits)
    {
        var path = new Stack<(Vertex Vertex, int Next)>();
        path.Push((root, 0));
        visits[root.Index] = Visit.OnPath;
        while (path.TryPop(out var step))
        {
            List<Route> routes = outgoing[step.Vertex.Index];
            if (step.Next == routes.Count)
            {
                visits[step.Vertex.Index] = Visit.Done;
                continue;
            }

            path.Push((step.Vertex, step.Next + 1));
            Route route = routes[step.Next];
            if (visits[route.To.Index] == Visit.OnPath)
            {
                route.IsBack = true;
            }
            else if (visits[route.To.Index] == Visit.Fresh)
            {
                visits[route.To.Index] = Visit.OnPath;
                path.Push((route.To, 0));
            }
        }
    }
}
