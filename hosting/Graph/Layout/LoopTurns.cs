namespace Compiled.Graph.Layout;

/// <summary>
/// Stands in, while ranks are put in order, for the two turns of each loop: a point above its head and one below its last node, each
/// joined to the node and to the end of the lane. So a lane comes to stand where its turns cross few other lines.
/// </summary>
internal sealed class LoopTurns
{
    private readonly LayeredGraph _graph;
    private readonly int _ranks;
    private readonly HashSet<Vertex> _turns = [];

    private LoopTurns(LayeredGraph graph)
    {
        _graph = graph;
        _ranks = graph.Ranks.Count;
    }

    public static LoopTurns AddTo(LayeredGraph graph)
    {
        var turns = new LoopTurns(graph);
        foreach (Route route in graph.Routes.Where(route => route.IsBack))
        {
            turns.AddAbove(route);
            turns.AddBelow(route);
        }

        return turns;
    }

    /// <summary>Takes the points out again; the others keep their order.</summary>
    public void Remove()
    {
        _graph.Ranks.RemoveRange(_ranks, _graph.Ranks.Count - _ranks);
        foreach (List<Vertex> rank in _graph.Ranks)
        {
            rank.RemoveAll(_turns.Contains);
            for (int i = 0; i < rank.Count; i++)
            {
                rank[i].Order = i;
                rank[i].PullAbove.RemoveAll(_turns.Contains);
                rank[i].PullBelow.RemoveAll(_turns.Contains);
            }
        }
    }

    private void AddAbove(Route route)
    {
        // Above the first rank there is nothing to cross.
        if (route.To.Rank > 0)
        {
            Vertex turn = Add(route, route.To.Rank - 1);
            turn.PullBelow.AddRange([route.To, route.Chain[^1]]);
            route.To.PullAbove.Add(turn);
            route.Chain[^1].PullAbove.Add(turn);
        }
    }

    private void AddBelow(Route route)
    {
        Vertex turn = Add(route, route.From.Rank + 1);
        turn.PullAbove.AddRange([route.From, route.Chain[0]]);
        route.From.PullBelow.Add(turn);
        route.Chain[0].PullBelow.Add(turn);
    }

    private Vertex Add(Route route, int rank)
    {
        var turn = new Vertex(_graph.Vertices.Count + _turns.Count, null, 0, 0) { Rank = rank, Weight = route.Weight };
        route.Turns.Add(turn);
        _turns.Add(turn);
        _graph.RankOf(turn).Add(turn);
        return turn;
    }
}
