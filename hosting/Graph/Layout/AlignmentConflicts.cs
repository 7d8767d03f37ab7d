namespace Compiled.Graph.Layout;

/// <summary>Finds the edges that must give way because they cross the inner piece of a long edge, which is to stay straight.</summary>
internal static class AlignmentConflicts
{
    public static HashSet<(Vertex, Vertex)> Find(LayeredGraph graph)
    {
        var conflicts = new HashSet<(Vertex, Vertex)>();
        for (int rank = 0; rank + 1 < graph.Ranks.Count; rank++)
        {
            Find(graph.Ranks[rank], graph.Ranks[rank + 1], conflicts);
        }

        return conflicts;
    }

    private static void Find(List<Vertex> upper, List<Vertex> lower, HashSet<(Vertex, Vertex)> conflicts)
    {
        int scanned = 0;
        int left = 0;
        for (int i = 0; i < lower.Count; i++)
        {
            Vertex? inner = InnerNeighbour(lower[i]);
            if (inner is null && i < lower.Count - 1)
            {
                continue;
            }

            int right = inner?.Order ?? upper.Count - 1;
            for (; scanned <= i; scanned++)
            {
                foreach (Vertex above in lower[scanned].Above)
                {
                    bool isInner = !above.IsNode && !lower[scanned].IsNode;
                    if (!isInner && (above.Order < left || above.Order > right))
                    {
                        conflicts.Add((above, lower[scanned]));
                    }
                }
            }

            left = right;
        }
    }

    private static Vertex? InnerNeighbour(Vertex vertex) =>
        vertex.IsNode ? null : vertex.Above.Find(above => !above.IsNode);
}
