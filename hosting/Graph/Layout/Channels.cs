namespace Compiled.Graph.Layout;

/// <summary>
/// The spaces between the ranks, in which lines run sideways: collects the nets, sets the heights of channels and ranks, and gives
/// each route its points. Nodes stand only in ranks and horizontal pieces only in channels, so no line runs through a box.
/// </summary>
internal sealed class Channels
{
    private readonly LayeredGraph _graph;
    private readonly Ports _ports;
    private readonly List<Net>[] _nets;
    private readonly Dictionary<(Vertex Node, bool Leaving, bool IsCatch), Net> _netOfPort = [];
    private readonly Dictionary<Route, List<(Net Net, double From, double To)>> _turns = [];

    public Channels(LayeredGraph graph)
    {
        _graph = graph;
        _ports = new Ports(graph);
        _nets = [.. Enumerable.Range(0, graph.Ranks.Count + 1).Select(_ => new List<Net>())];
        foreach (Route route in graph.Routes)
        {
            _turns.Add(route, []);
            Collect(route);
        }
    }

    /// <summary>Sets <see cref="Vertex.Top"/> of all vertices and <see cref="Net.Y"/> of all nets; gives the height of the flow.</summary>
    public double SetHeights()
    {
        double y = 0;
        for (int channel = 0; channel < _nets.Length; channel++)
        {
            y = SetChannel(channel, y);
            if (channel < _graph.Ranks.Count)
            {
                y = SetRank(_graph.Ranks[channel], y);
            }
        }

        return y;
    }

    /// <summary>The corners of a route from border to border, once heights are set.</summary>
    public List<Point> PointsOf(Route route)
    {
        double start = _ports.Of(route.From, isLeaving: true, route.IsCatch);
        double end = _ports.Of(route.To, isLeaving: false, route.IsCatch);
        var points = new List<Point> { new(start, route.From.Top + route.From.Height) };
        foreach ((Net net, double from, double to) in _turns[route])
        {
            if (from != to)
            {
                points.Add(new Point(from, net.Y));
                points.Add(new Point(to, net.Y));
            }
        }

        points.Add(new Point(end, route.To.Top));
        return points;
    }

    private void Collect(Route route)
    {
        double start = _ports.Of(route.From, isLeaving: true, route.IsCatch);
        double end = _ports.Of(route.To, isLeaving: false, route.IsCatch);
        Net leaving = NetOfPort(route.From, isLeaving: true, route.IsCatch, route.From.Rank + 1);
        Net entering = NetOfPort(route.To, isLeaving: false, route.IsCatch, route.To.Rank);
        List<(Net, double, double)> turns = _turns[route];
        double x = route.Chain[0].X;
        leaving.AddTop(start);
        turns.Add((leaving, start, x));
        if (route.IsBack)
        {
            leaving.AddTop(x);
        }
        else
        {
            leaving.AddBottom(x);
        }

        for (int i = 1; i < route.Chain.Count; i++)
        {
            Turn(route, turns, route.Chain[i - 1], route.Chain[i]);
        }

        x = route.Chain[^1].X;
        entering.AddBottom(end);
        turns.Add((entering, x, end));
        if (route.IsBack)
        {
            entering.AddBottom(x);
        }
        else
        {
            entering.AddTop(x);
        }
    }

    private void Turn(Route route, List<(Net, double, double)> turns, Vertex from, Vertex to)
    {
        var net = new Net();
        Vertex upper = route.IsBack ? to : from;
        Vertex lower = route.IsBack ? from : to;
        net.AddTop(upper.X);
        net.AddBottom(lower.X);
        _nets[lower.Rank].Add(net);
        turns.Add((net, from.X, to.X));
    }

    // Lines that leave a node for the same reason leave as one and part below it; those that enter it join above it.
    private Net NetOfPort(Vertex node, bool isLeaving, bool isCatch, int channel)
    {
        if (!_netOfPort.TryGetValue((node, isLeaving, isCatch), out Net? net))
        {
            net = new Net();
            _netOfPort.Add((node, isLeaving, isCatch), net);
            _nets[channel].Add(net);
        }

        return net;
    }

    private double SetChannel(int channel, double top)
    {
        Net[] nets = [.. _nets[channel].Where(net => !net.IsStraight)];
        bool isBelowNodes = channel % 2 == 1;
        if (nets.Length == 0)
        {
            bool isOutside = channel == 0 || channel == _graph.Ranks.Count;
            return isOutside ? top : top + (isBelowNodes ? Spacing.StraightAfterNodes : Spacing.StraightBeforeNodes);
        }

        int[] tracks = TrackAssignment.Assign(nets);
        double first = top + (isBelowNodes ? Spacing.AfterNodes : Spacing.AfterLabels);
        for (int i = 0; i < nets.Length; i++)
        {
            nets[i].Y = first + (tracks[i] * Spacing.BetweenTracks);
        }

        return first + (tracks.Max() * Spacing.BetweenTracks) + (isBelowNodes ? Spacing.BeforeLabels : Spacing.BeforeNodes);
    }

    private static double SetRank(List<Vertex> rank, double top)
    {
        double height = rank.Max(vertex => vertex.Height);
        // Beside a tall frame, a box in the middle of nowhere is hard to find; it stands level with the frame's title.
        bool level = rank.Exists(vertex => vertex.Box is { IsFrame: true });
        foreach (Vertex vertex in rank)
        {
            vertex.Top = level ? top : top + ((height - vertex.Height) / 2);
        }

        return top + height;
    }
}
