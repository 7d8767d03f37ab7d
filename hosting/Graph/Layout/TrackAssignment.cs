namespace Compiled.Graph.Layout;

/// <summary>Puts the horizontal pieces of one channel on tracks, so that none lies upon another and few lines cross.</summary>
internal static class TrackAssignment
{
    private const int OverlapCost = 1000;
    private const double Clearance = 8;
    private const int MaxRounds = 20;

    /// <summary>The track of each net, from 0 at the top; nets of one track do not touch.</summary>
    public static int[] Assign(IReadOnlyList<Net> nets)
    {
        List<int> order = [.. Enumerable.Range(0, nets.Count).OrderBy(i => nets[i].Left).ThenBy(i => nets[i].Right).ThenBy(i => i)];
        Improve(order, nets);
        var tracks = new int[nets.Count];
        for (int i = 0; i < order.Count; i++)
        {
            for (int j = 0; j < i; j++)
            {
                if (Touch(nets[order[i]], nets[order[j]]))
                {
                    tracks[order[i]] = Math.Max(tracks[order[i]], tracks[order[j]] + 1);
                }
            }
        }

        return tracks;
    }

    // Takes one net after the other to the height that costs least, until none gains.
    private static void Improve(List<int> order, IReadOnlyList<Net> nets)
    {
        int[,] costs = new int[nets.Count, nets.Count];
        for (int i = 0; i < nets.Count; i++)
        {
            for (int j = 0; j < nets.Count; j++)
            {
                costs[i, j] = i == j ? 0 : CostOfAbove(nets[i], nets[j]);
            }
        }

        bool better = true;
        for (int round = 0; better && round < MaxRounds; round++)
        {
            better = false;
            for (int net = 0; net < nets.Count; net++)
            {
                better |= MoveToCheapest(order, net, costs);
            }
        }
    }

    private static bool MoveToCheapest(List<int> order, int net, int[,] costs)
    {
        int place = order.IndexOf(net);
        order.RemoveAt(place);
        int cost = 0;
        int best = 0;
        int bestAt = 0;
        int costAtPlace = 0;
        for (int i = 0; i < order.Count; i++)
        {
            // From above order[i] to below it.
            cost += costs[order[i], net] - costs[net, order[i]];
            if (i + 1 == place)
            {
                costAtPlace = cost;
            }

            if (cost < best)
            {
                (best, bestAt) = (cost, i + 1);
            }
        }

        bool gains = best < costAtPlace;
        order.Insert(gains ? bestAt : place, net);
        return gains;
    }

    private static int CostOfAbove(Net above, Net below)
    {
        int cost = 0;
        foreach (double bottom in above.Bottoms)
        {
            cost += bottom > below.Left && bottom < below.Right ? 1 : 0;
            foreach (double top in below.Tops)
            {
                cost += Math.Abs(top - bottom) < Clearance / 2 ? OverlapCost : 0;
            }
        }

        foreach (double top in below.Tops)
        {
            cost += top > above.Left && top < above.Right ? 1 : 0;
        }

        return cost;
    }

    private static bool Touch(Net a, Net b) => a.Left < b.Right + Clearance && b.Left < a.Right + Clearance;
}
