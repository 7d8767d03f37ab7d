namespace Compiled.Graph.Layout;

/// <summary>
/// Orders each rank so that few edges cross: sweeps down and up that sort by the median of the neighbours' places, each followed by
/// swaps of neighbours where that helps. Starts from the definition's order and keeps the best order seen.
/// </summary>
internal static class CrossingReduction
{
    private const int MaxSweepsWithoutGain = 4;
    private const int EffortVertices = 40_000;

    /// <summary>
    /// Gives the crossings left, each as the product of the weights of its two lines. Another start, mirrored or upwards first, may lead
    /// to another order.
    /// </summary>
    public static long Apply(LayeredGraph graph, bool mirrored, bool upFirst)
    {
        StartInDefinitionOrder(graph, mirrored);
        List<Vertex[]> best = Snapshot(graph);
        long fewest = CountCrossings(graph);
        int idle = 0;
        for (int sweep = 0; sweep < Effort(graph, most: 24, least: 2) && fewest > 0 && idle < MaxSweepsWithoutGain; sweep++)
        {
            SortByMedians(graph, down: (sweep % 2 == 0) != upFirst);
            SwapNeighbours(graph, Enumerable.Range(0, graph.Ranks.Count));
            long crossings = CountCrossings(graph);
            idle++;
            if (crossings < fewest)
            {
                fewest = crossings;
                best = Snapshot(graph);
                idle = 0;
            }
        }

        Restore(graph, best);
        return MoveLanesOutside(graph, fewest);
    }

    // A lane has to pass all its neighbours in all its ranks at once to get to a better side, which no swap of two can do.
    private static long MoveLanesOutside(LayeredGraph graph, long fewest)
    {
        foreach (Route route in graph.Routes.Where(route => route.IsBack).Take(Effort(graph, most: 24, least: 0) / 2))
        {
            foreach (bool left in (bool[])[true, false])
            {
                if (fewest == 0)
                {
                    return 0;
                }

                List<Vertex[]> before = Snapshot(graph);
                foreach (Vertex bend in route.Chain.Concat(route.Turns))
                {
                    List<Vertex> rank = graph.Ranks[bend.Rank];
                    rank.RemoveAt(bend.Order);
                    rank.Insert(left ? 0 : rank.Count, bend);
                    Number(rank);
                }

                SwapNeighbours(graph, route.Chain.Concat(route.Turns).Select(bend => bend.Rank));
                long crossings = CountCrossings(graph);
                if (crossings < fewest)
                {
                    fewest = crossings;
                }
                else
                {
                    Restore(graph, before);
                }
            }
        }

        return fewest;
    }

    private static void Restore(LayeredGraph graph, List<Vertex[]> order)
    {
        for (int rank = 0; rank < graph.Ranks.Count; rank++)
        {
            graph.Ranks[rank] = [.. order[rank]];
            Number(graph.Ranks[rank]);
        }
    }

    // Depth first, so that what belongs together starts side by side and rules stand from left to right as they are tried.
    private static void StartInDefinitionOrder(LayeredGraph graph, bool mirrored)
    {
        var seen = new HashSet<Vertex>();
        List<List<Vertex>> ranks = [.. graph.Ranks.Select(_ => new List<Vertex>())];
        foreach (Vertex root in graph.Ranks.SelectMany(rank => rank))
        {
            var open = new Stack<Vertex>([root]);
            while (open.TryPop(out Vertex? vertex))
            {
                if (!seen.Add(vertex))
                {
                    continue;
                }

                ranks[vertex.Rank].Add(vertex);
                for (int i = vertex.PullBelow.Count - 1; i >= 0; i--)
                {
                    open.Push(vertex.PullBelow[i]);
                }
            }
        }

        for (int rank = 0; rank < ranks.Count; rank++)
        {
            if (mirrored)
            {
                ranks[rank].Reverse();
            }

            graph.Ranks[rank] = ranks[rank];
            Number(ranks[rank]);
        }
    }

    private static void SortByMedians(LayeredGraph graph, bool down)
    {
        for (int i = 1; i < graph.Ranks.Count; i++)
        {
            List<Vertex> rank = graph.Ranks[down ? i : graph.Ranks.Count - 1 - i];
            double[] medians = [.. rank.Select(vertex => Median(down ? vertex.PullAbove : vertex.PullBelow))];
            // A vertex without neighbours there keeps its place; the others are sorted into the places left.
            int[] free = [.. Enumerable.Range(0, rank.Count).Where(place => medians[place] >= 0)];
            Vertex[] sorted = [.. free.OrderBy(place => medians[place]).ThenBy(place => place).Select(place => rank[place])];
            for (int k = 0; k < free.Length; k++)
            {
                rank[free[k]] = sorted[k];
            }

            Number(rank);
        }
    }

    private static double Median(List<Vertex> neighbours)
    {
        if (neighbours.Count == 0)
        {
            return -1;
        }

        int[] places = [.. neighbours.Select(vertex => vertex.Order).Order()];
        int middle = places.Length / 2;
        if (places.Length % 2 == 1)
        {
            return places[middle];
        }

        if (places.Length == 2)
        {
            return (places[0] + places[1]) / 2.0;
        }

        // Between the two middle ones, nearer to the side where the others stand closer together.
        double left = places[middle - 1] - places[0];
        double right = places[^1] - places[middle];
        return left + right == 0
            ? (places[middle - 1] + places[middle]) / 2.0
            : ((places[middle - 1] * right) + (places[middle] * left)) / (left + right);
    }

    private static void SwapNeighbours(LayeredGraph graph, IEnumerable<int> ranks)
    {
        // Whether a swap in a rank helps changes only with a swap there or in the next ranks.
        var open = new SortedSet<int>(ranks);
        for (int round = 0; open.Count > 0 && round < Effort(graph, most: 24, least: 1); round++)
        {
            int[] now = [.. open];
            open.Clear();
            foreach (int rank in now)
            {
                if (SwapInRank(graph.Ranks[rank]))
                {
                    open.UnionWith([Math.Max(rank - 1, 0), rank, Math.Min(rank + 1, graph.Ranks.Count - 1)]);
                }
            }
        }
    }

    private static bool SwapInRank(List<Vertex> rank)
    {
        bool swapped = false;
        for (int i = 0; i + 1 < rank.Count; i++)
        {
            (Vertex left, Vertex right) = (rank[i], rank[i + 1]);
            if (CrossingsOf(right, left) < CrossingsOf(left, right))
            {
                (rank[i], rank[i + 1]) = (right, left);
                (left.Order, right.Order) = (i + 1, i);
                swapped = true;
            }
        }

        return swapped;
    }

    // Fewer attempts in greater graphs, where each takes longer, so that time grows no faster than the graph.
    private static int Effort(LayeredGraph graph, int most, int least) =>
        Math.Clamp(EffortVertices / Math.Max(graph.Vertices.Count, 1), least, most);

    // How heavily the edges of a vertex cross those of one to the right of it.
    private static int CrossingsOf(Vertex left, Vertex right) =>
        CrossingsOf(left, left.PullAbove, right, right.PullAbove) + CrossingsOf(left, left.PullBelow, right, right.PullBelow);

    private static int CrossingsOf(Vertex left, List<Vertex> leftEnds, Vertex right, List<Vertex> rightEnds)
    {
        int count = 0;
        foreach (Vertex a in leftEnds)
        {
            foreach (Vertex b in rightEnds)
            {
                count += a.Order > b.Order ? Weight(left, a) * Weight(right, b) : 0;
            }
        }

        return count;
    }

    private static int Weight(Vertex a, Vertex b) => a.IsNode ? b.Weight : a.Weight;

    private static long CountCrossings(LayeredGraph graph)
    {
        long count = 0;
        for (int rank = 0; rank + 1 < graph.Ranks.Count; rank++)
        {
            // Edges sorted by their upper end cross where their lower ends are inverted: counted with a Fenwick tree.
            var tree = new int[graph.Ranks[rank + 1].Count + 1];
            int total = 0;
            foreach (Vertex vertex in graph.Ranks[rank])
            {
                foreach (Vertex below in vertex.PullBelow)
                {
                    count += (long)Weight(vertex, below) * (total - PrefixSum(tree, below.Order));
                }

                foreach (Vertex below in vertex.PullBelow)
                {
                    int weight = Weight(vertex, below);
                    total += weight;
                    for (int i = below.Order + 1; i < tree.Length; i += i & -i)
                    {
                        tree[i] += weight;
                    }
                }
            }
        }

        return count;
    }

    private static int PrefixSum(int[] tree, int last)
    {
        int sum = 0;
        for (int i = last + 1; i > 0; i -= i & -i)
        {
            sum += tree[i];
        }

        return sum;
    }

    private static List<Vertex[]> Snapshot(LayeredGraph graph) => [.. graph.Ranks.Select(rank => rank.ToArray())];

    private static void Number(List<Vertex> rank)
    {
        for (int i = 0; i < rank.Count; i++)
        {
            rank[i].Order = i;
        }
    }
}
