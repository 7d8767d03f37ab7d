namespace Compiled.Graph.Layout;

/// <summary>One of the four passes of <see cref="CoordinateAssignment"/>: joins vertices into vertical blocks and packs the blocks.</summary>
internal sealed class AlignmentPass
{
    private readonly LayeredGraph _graph;
    private readonly HashSet<(Vertex Above, Vertex Below)> _conflicts;
    private readonly bool _down;
    private readonly bool _left;
    private readonly Vertex[] _root;
    private readonly Vertex[] _align;

    public AlignmentPass(LayeredGraph graph, HashSet<(Vertex Above, Vertex Below)> conflicts, bool down, bool left)
    {
        _graph = graph;
        _conflicts = conflicts;
        _down = down;
        _left = left;
        _root = [.. graph.Vertices];
        _align = [.. graph.Vertices];
    }

    /// <summary>The horizontal places by vertex index, as if without the other passes.</summary>
    public double[] Run()
    {
        Align();
        double[] places = Pack();
        return _left ? places : [.. places.Select(place => -place)];
    }

    // To the right is to the left in a mirror: rows are read from the right and places negated at the end.
    private IEnumerable<Vertex> Row(List<Vertex> rank) => _left ? rank : Enumerable.Reverse(rank);

    private int Place(Vertex vertex) => _left ? vertex.Order : -vertex.Order;

    private void Align()
    {
        IEnumerable<List<Vertex>> ranks = _down ? _graph.Ranks : Enumerable.Reverse(_graph.Ranks);
        foreach (List<Vertex> rank in ranks)
        {
            int last = int.MinValue;
            foreach (Vertex vertex in Row(rank))
            {
                Vertex[] neighbours = [.. Neighbours(vertex).OrderBy(Place)];
                foreach (int i in Middles(neighbours.Length))
                {
                    Vertex neighbour = neighbours[i];
                    if (_align[vertex.Index] == vertex && last < Place(neighbour) && !IsConflict(neighbour, vertex))
                    {
                        _align[neighbour.Index] = vertex;
                        _root[vertex.Index] = _root[neighbour.Index];
                        _align[vertex.Index] = _root[vertex.Index];
                        last = Place(neighbour);
                    }
                }
            }
        }
    }

    private static int[] Middles(int count) =>
        count == 0 ? [] : count % 2 == 1 ? [count / 2] : [(count / 2) - 1, count / 2];

    // The way without errors is to be straight: an edge of Catch does not count at a node where there are others too.
    private IEnumerable<Vertex> Neighbours(Vertex vertex)
    {
        List<Vertex> all = _down ? vertex.Above : vertex.Below;
        bool hasMain = all.Exists(neighbour => !neighbour.IsCatch);
        return all.Where(neighbour => !(neighbour.IsCatch && hasMain) && !(vertex.IsCatch && HasMain(neighbour)));
    }

    private bool HasMain(Vertex neighbour) =>
        neighbour.IsNode && (_down ? neighbour.Below : neighbour.Above).Exists(other => !other.IsCatch);

    private bool IsConflict(Vertex neighbour, Vertex vertex) =>
        _conflicts.Contains(_down ? (neighbour, vertex) : (vertex, neighbour));

    private double[] Pack()
    {
        Dictionary<(Vertex Left, Vertex Right), double> gaps = BlockGaps();
        ILookup<Vertex, (Vertex Block, double Gap)> before = gaps.ToLookup(gap => gap.Key.Right, gap => (gap.Key.Left, gap.Value));
        ILookup<Vertex, (Vertex Block, double Gap)> after = gaps.ToLookup(gap => gap.Key.Left, gap => (gap.Key.Right, gap.Value));
        List<Vertex> order = BlocksFromLeft(before, after);
        var places = new double[_root.Length];
        foreach (Vertex block in order)
        {
            places[block.Index] = before[block].Select(left => places[left.Block.Index] + left.Gap).DefaultIfEmpty(0).Max();
        }

        // Then each moves up to its nearest neighbour on the other side, which takes out slack.
        for (int i = order.Count - 1; i >= 0; i--)
        {
            double most = after[order[i]].Select(right => places[right.Block.Index] - right.Gap).DefaultIfEmpty(double.NegativeInfinity).Min();
            places[order[i].Index] = Math.Max(places[order[i].Index], most);
        }

        return [.. _root.Select(root => places[root.Index])];
    }

    private Dictionary<(Vertex Left, Vertex Right), double> BlockGaps()
    {
        var gaps = new Dictionary<(Vertex, Vertex), double>();
        foreach (List<Vertex> rank in _graph.Ranks)
        {
            Vertex? left = null;
            foreach (Vertex vertex in Row(rank))
            {
                if (left is not null)
                {
                    (Vertex, Vertex) pair = (_root[left.Index], _root[vertex.Index]);
                    double gap = Spacing.Between(left, vertex);
                    gaps[pair] = Math.Max(gap, gaps.GetValueOrDefault(pair));
                }

                left = vertex;
            }
        }

        return gaps;
    }

    private List<Vertex> BlocksFromLeft(
        ILookup<Vertex, (Vertex Block, double Gap)> before, ILookup<Vertex, (Vertex Block, double Gap)> after)
    {
        var open = new int[_root.Length];
        var ready = new Queue<Vertex>();
        foreach (Vertex block in _graph.Vertices.Where(vertex => _root[vertex.Index] == vertex))
        {
            open[block.Index] = before[block].Count();
            if (open[block.Index] == 0)
            {
                ready.Enqueue(block);
            }
        }

        var order = new List<Vertex>();
        while (ready.TryDequeue(out Vertex? block))
        {
            order.Add(block);
            foreach ((Vertex right, _) in after[block])
            {
                if (--open[right.Index] == 0)
                {
                    ready.Enqueue(right);
                }
            }
        }

        return order;
    }
}
